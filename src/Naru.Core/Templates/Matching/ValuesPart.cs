namespace Naru.Core.Templates.Matching;

/// <summary>Values that are too long for one variable (3025), where a limit is set.</summary>
internal static class ValuesPart
{
    public static AlimTalkFault? Fault(Comparison message)
    {
        if (message.Rules.MaxValue is not { } limit)
        {
            return null;
        }

        foreach (var (name, value) in message.Variables)
        {
            if (AlimTalkFault.TooLong("3025", $"#{{{name}}}", value, limit) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
