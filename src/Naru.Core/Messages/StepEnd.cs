namespace Naru.Core.Messages;

/// <summary>How a step ended that another followed, read off the timeline.</summary>
/// <param name="At">When the next one began.</param>
/// <param name="Reason">ResultCode, ValidityEnded, OutcomeUnknown, or why the step could never be sent.</param>
/// <param name="Code">The raw result code, where one decided.</param>
public readonly record struct StepEnd(DateTimeOffset At, EndReason Reason, string? Code)
{
    internal const string Validity = "the validity of the step ended";
    internal const string Unknown = "the outcome stayed unknown";
    internal const string Perhaps = "perhaps delivered";

    /// <summary>What speaks against one way and not against the others, as the timeline says it. What is wrong with the number or the hour is wrong for them all.</summary>
    private static readonly (EndReason Reason, string Note)[] s_refusals =
    [
        (EndReason.UnknownSender, "refused: the workspace has no such sender"),
        (EndReason.NoCarrier, "refused: no carrier takes this channel"),
        (EndReason.UnknownTemplate, "refused: no such template"),
        (EndReason.MissingParameter, "refused: a parameter is missing"),
        (EndReason.NoAuthenticationWording, "refused: no authentication wording"),
        (EndReason.NoIdentity, "refused: no identity on this channel"),
        (EndReason.UnsupportedContent, "refused: content of another channel"),
        (EndReason.ChannelNotConfigured, "refused: the channel is not set up"),
    ];

    /// <summary>What the timeline says where a step can never be sent and the next one perhaps can; null where nothing can.</summary>
    internal static string? OfOneStep(EndReason refusal) => Array.Find(s_refusals, known => known.Reason == refusal).Note;

    /// <summary>Null where no step followed this one.</summary>
    public static StepEnd? Of(Message message, int step)
    {
        string? code = null;
        foreach (var line in message.Timeline)
        {
            if (line.Kind == TimelineKind.Result && line.Step == step)
            {
                code = line.Code;
            }
            else if (line.Kind == TimelineKind.NextStep && line.Step == step + 1)
            {
                return line.Note switch
                {
                    Validity => new StepEnd(line.At, EndReason.ValidityEnded, null),
                    Unknown or Perhaps => new StepEnd(line.At, EndReason.OutcomeUnknown, null),
                    { } note when Array.Find(s_refusals, known => known.Note == note) is { Note: not null } refused => new StepEnd(line.At, refused.Reason, null),
                    _ => new StepEnd(line.At, EndReason.ResultCode, code),
                };
            }
        }

        return null;
    }
}
