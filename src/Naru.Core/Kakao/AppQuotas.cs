namespace Naru.Core.Kakao;

/// <summary>
/// How much an app may do (contracts/kakao-developers.md §4, "Quotas"). Days and months are Korean; the real instant of the reset is not documented. The message
/// quotas cannot be raised at Kakao's; lowering them is for trying what happens at their end.
/// </summary>
/// <param name="RequestsPerMonth">All requests of the app.</param>
/// <param name="ProfilesPerDay">Reads of KakaoTalk profiles.</param>
/// <param name="MessagesPerDay">Messages to friends, of the whole app.</param>
/// <param name="PerSender">A day.</param>
/// <param name="PerReceiver">A day.</param>
/// <param name="PerPair">From one sender to one receiver, a day.</param>
/// <param name="PerSenderMonthly">A month; the documentation names a code for it and no number.</param>
/// <param name="SharesPerDay">May be raised.</param>
public sealed record AppQuotas(
    int RequestsPerMonth, int ProfilesPerDay, int MessagesPerDay, int PerSender, int PerReceiver, int PerPair, int PerSenderMonthly, int SharesPerDay)
{
    public static readonly AppQuotas Documented = new(3_000_000, 30_000, 30_000, 100, 100, 20, 3_000, 30_000);

    /// <summary>Whether a change of the app's own makes a message quota larger than the documented one: it cannot be raised.</summary>
    public bool RaisesMessages =>
        MessagesPerDay > Documented.MessagesPerDay || PerSender > Documented.PerSender || PerReceiver > Documented.PerReceiver || PerPair > Documented.PerPair;
}

/// <summary>What is counted.</summary>
public enum QuotaKind : byte
{
    Requests = 1,
    Profiles = 2,
    AppMessages = 3,
    Sender = 4,
    Receiver = 5,
    Pair = 6,
    SenderMonthly = 7,
    Shares = 8,
}

/// <summary>One counter: of an app, in a day or month, for the people that it concerns.</summary>
/// <param name="Period"><c>2026-11-22</c> or <c>2026-11</c>, in Korea.</param>
/// <param name="From">0 where it is not about a sender.</param>
public readonly record struct QuotaKey(long App, QuotaKind Kind, string Period, long From = 0, long To = 0)
{
    private static readonly TimeSpan s_korea = TimeSpan.FromHours(9);

    public static string Day(DateTimeOffset now) => now.ToOffset(s_korea).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Month(DateTimeOffset now) => now.ToOffset(s_korea).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    public bool IsOver(DateTimeOffset now) => Period != Day(now) && Period != Month(now);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{App}/{(byte)Kind}/{Period}/{From}/{To}");

    public static QuotaKey Parse(string text)
    {
        var parts = text.Split('/');
        return new QuotaKey(Number(parts[0]), (QuotaKind)(byte)Number(parts[1]), parts[2], Number(parts[3]), Number(parts[4]));

        static long Number(string part) => long.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
    }
}
