using Naru.Core.Content;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>What speaks against a text as Korean carriers take it: its length in EUC-KR, and characters that EUC-KR does not have.</summary>
internal static class TextFindings
{
    public const string UnsendableCharacter = "UNSENDABLE_CHARACTER";

    /// <summary>Enough to mend a text by.</summary>
    private const int MostCharacters = 20;

    /// <param name="textAt">Where the text stands in the request.</param>
    /// <param name="titleAt">Where its title does.</param>
    public static IEnumerable<DryRunFinding> Of(SmsContent content, string textAt, string titleAt)
    {
        var check = SmsText.Check(content.Text, content.Title);
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            yield return new DryRunFinding(InfobipErrors.BadRequest.Name, "is empty", textAt);
        }

        if (check.IsTooLong)
        {
            yield return new DryRunFinding(InfobipErrors.MessageTextTooLong.Name, $"has {check.Bytes:N0} bytes in EUC-KR; an LMS has at most {SmsText.MaxLmsBytes:N0}", textAt);
        }

        if (check.IsTitleTooLong)
        {
            yield return new DryRunFinding(InfobipErrors.MessageTextTooLong.Name, $"has {check.TitleBytes} bytes in EUC-KR; a title has at most {SmsText.MaxTitleBytes}", titleAt);
        }

        foreach (var character in check.Unsendable.DistinctBy(static unsendable => (unsendable.Value, unsendable.InTitle)).Take(MostCharacters))
        {
            yield return new DryRunFinding(
                UnsendableCharacter, $"{character} at {character.Index} is not in EUC-KR: a carrier that takes nothing else refuses the text", character.InTitle ? titleAt : textAt);
        }
    }
}
