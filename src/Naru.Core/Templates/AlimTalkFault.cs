namespace Naru.Core.Templates;

/// <summary>Why the centre would refuse a message.</summary>
/// <param name="Code">Its result code, such as 3016.</param>
public sealed record AlimTalkFault(string Code, TextDifference Difference)
{
    /// <summary>A part that is longer than it may be: the difference begins at the first character too many.</summary>
    internal static AlimTalkFault? TooLong(string code, string place, string text, int limit) =>
        text.Length > limit ? new AlimTalkFault(code, new TextDifference(place, limit, "", text[limit..])) : null;

    internal static AlimTalkFault? Of(string code, TextDifference? difference) => difference is null ? null : new AlimTalkFault(code, difference);
}
