using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>Takes the texts that people send to a carrier's numbers.</summary>
public interface IInboundSink
{
    /// <summary>Whether a workspace has registered the number. What comes for another is nobody's: the carrier should refuse it for good, whatever the sender does.</summary>
    /// <param name="to">As the carrier writes it.</param>
    bool Takes(string to);

    /// <summary>A text for a number that nobody has registered was refused.</summary>
    void Refused(string carrier, string to);

    /// <summary>
    /// Completes when they are durable; only then may the carrier forget them. After a crash the same text can come once more, under the same
    /// <see cref="InboundSms.Reference"/> where the carrier knows that it is the same. What is for nobody is let go.
    /// </summary>
    ValueTask ReceiveAsync(IReadOnlyList<InboundSms> messages, CancellationToken cancellationToken);
}

/// <summary>A text that came in, put together from its parts.</summary>
/// <param name="Carrier">The configured name of the carrier.</param>
/// <param name="From">The sender as the carrier writes it: digits as a rule. Personal data: never log it.</param>
/// <param name="To">The number it was sent to, as the carrier writes it.</param>
/// <param name="At">When it arrived here; of several parts, the last.</param>
/// <param name="Reference">Unique within the carrier, at most 64 characters.</param>
/// <param name="Parts">Of how many parts it was put together.</param>
/// <param name="Workspace">Where the carrier knows whose text it is: simulated phones belong to a workspace. Null = whoever has the number.</param>
public sealed record InboundSms(string Carrier, string From, string To, string Text, DateTimeOffset At, string Reference, int Parts = 1, WorkspaceId? Workspace = null)
{
    /// <summary>Without the text and the numbers, so that it is safe to log.</summary>
    public override string ToString() => $"inbound text {Reference} of {Carrier}";
}
