using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>A quota as its page shows it.</summary>
/// <param name="Field">Of the form.</param>
/// <param name="Used">The fullest of its counters today, or this month.</param>
public sealed record QuotaLine(string Field, QuotaKind Kind, int Limit, int Used);

internal static class QuotaLines
{
    public static QuotaLine[] Of(KakaoDirectory directory, RequestMeter meter, DevelopersApp app)
    {
        var counters = directory.CountersOf(app.Id);
        int Most(QuotaKind kind) => counters.Where(one => one.Key.Kind == kind).Select(one => one.Used).DefaultIfEmpty().Max();
        var limits = app.Quotas;
        return
        [
            new("requests", QuotaKind.Requests, limits.RequestsPerMonth, meter.Used(app, QuotaKind.Requests)),
            new("profiles", QuotaKind.Profiles, limits.ProfilesPerDay, meter.Used(app, QuotaKind.Profiles)),
            new("messages", QuotaKind.AppMessages, limits.MessagesPerDay, Most(QuotaKind.AppMessages)),
            new("per-sender", QuotaKind.Sender, limits.PerSender, Most(QuotaKind.Sender)),
            new("per-receiver", QuotaKind.Receiver, limits.PerReceiver, Most(QuotaKind.Receiver)),
            new("per-pair", QuotaKind.Pair, limits.PerPair, Most(QuotaKind.Pair)),
            new("per-sender-monthly", QuotaKind.SenderMonthly, limits.PerSenderMonthly, Most(QuotaKind.SenderMonthly)),
            new("shares", QuotaKind.Shares, limits.SharesPerDay, meter.Used(app, QuotaKind.Shares)),
        ];
    }
}
