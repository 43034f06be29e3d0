namespace Naru.Core.Templates;

/// <param name="Code">The centre's result code of the first fault; null when the message was made from the template.</param>
/// <param name="Variables">As read out of all parts; a name that stands in several has its first value. Empty when refused.</param>
public sealed record AlimTalkVerdict(string? Code, IReadOnlyDictionary<string, string> Variables)
{
    public bool IsMatch => Code is null;

    /// <summary>Where the message leaves the template or breaks a limit; null where it does not.</summary>
    public TextDifference? Difference { get; init; }

    public static AlimTalkVerdict Refused(string code, TextDifference? difference = null) =>
        new(code, new Dictionary<string, string>(StringComparer.Ordinal)) { Difference = difference };
}
