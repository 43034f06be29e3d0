using Naru.Core.Messages;

namespace Naru.Core.Alarms;

/// <summary>Something that happened to an alarm.</summary>
public abstract record AlarmStep
{
    private const int LongestSubject = 64;

    private AlarmStep()
    {
    }

    /// <summary>Its cause showed itself.</summary>
    public sealed record Raise(AlarmKey Key, string? Detail = null) : AlarmStep;

    /// <summary>Its cause ended.</summary>
    public sealed record Clear(AlarmKey Key) : AlarmStep;

    /// <summary>Of one attempt nobody knows what became of it: an alarm only when there are many.</summary>
    public sealed record Unclear(string Carrier) : AlarmStep;

    /// <summary>A person looks after it.</summary>
    public sealed record Acknowledge(long Id, string By) : AlarmStep;

    /// <summary>Staff was sent a message about these.</summary>
    public sealed record Told(IReadOnlyCollection<long> Ids) : AlarmStep;

    /// <summary>The alarm that follows from a message's step which the caller or the configuration let fail.</summary>
    /// <param name="before">The message before the decision.</param>
    /// <param name="after">The message after it.</param>
    public static Raise OfMessage(Message before, Message after)
    {
        var kind = before.Envelope.Dialect == DialectName.Naru ? AlarmKind.StaffMessageFailed : AlarmKind.CallerFault;
        var code = before.EndReason != EndReason.ResultCode ? before.EndReason.ToString() : after.ResultCode ?? "";

        // Where there is no such sender it is whatever the caller wrote.
        var sender = before.Step.Sender is { Length: > LongestSubject } text ? text[..LongestSubject] : before.Step.Sender;
        return new Raise(new AlarmKey(kind, before.Workspace, sender, code), before.Step.Channel.ToString());
    }
}
