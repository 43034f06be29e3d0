namespace Naru.Core.Messages;

/// <summary>How a step ended that another followed, read off the timeline.</summary>
/// <param name="At">When the next one began.</param>
/// <param name="Reason">ResultCode, ValidityEnded or OutcomeUnknown.</param>
/// <param name="Code">The raw result code, where one decided.</param>
public readonly record struct StepEnd(DateTimeOffset At, EndReason Reason, string? Code)
{
    internal const string Validity = "the validity of the step ended";
    internal const string Unknown = "the outcome stayed unknown";
    internal const string Perhaps = "perhaps delivered";

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
                    _ => new StepEnd(line.At, EndReason.ResultCode, code),
                };
            }
        }

        return null;
    }
}
