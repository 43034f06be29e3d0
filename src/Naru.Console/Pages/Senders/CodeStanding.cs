using Naru.Core.Provisioning;
using Naru.Core.Senders;

namespace Naru.Console.Pages.Senders;

/// <summary>How the code that a sender waits for stands.</summary>
/// <param name="IsOpen">It can still be entered.</param>
/// <param name="GoodFor">How long, where it is open.</param>
/// <param name="NextIn">Until another one may be sent; zero = now.</param>
public sealed record CodeStanding(bool IsOpen, int TriesLeft, TimeSpan GoodFor, TimeSpan NextIn)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <summary>Null where no code is waited for.</summary>
    public static CodeStanding? Of(Sender sender, DateTimeOffset now)
    {
        if (sender is not { State: SenderState.Verifying, Verification: { } verification })
        {
            return null;
        }

        // As VerificationCode.Next decides.
        var sent = verification.SentAt.Where(at => at > now - s_hour).ToArray();
        var next = sent.Length == 0 ? now : sent[^1] + VerificationCode.Apart;
        if (sent.Length >= VerificationCode.PerHour && sent[^VerificationCode.PerHour] + s_hour is var freed && freed > next)
        {
            next = freed;
        }

        return new CodeStanding(
            VerificationCode.IsOpen(verification, now), verification.TriesLeft, Positive(verification.ExpiresAt - now), Positive(next - now));
    }

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
