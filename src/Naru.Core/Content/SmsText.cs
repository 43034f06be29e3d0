using System.Text;

namespace Naru.Core.Content;

/// <summary>The kinds in which Korean carriers take text.</summary>
public enum SmsKind : byte
{
    /// <summary>At most <see cref="SmsText.MaxSmsBytes"/>, no title.</summary>
    Sms = 1,

    /// <summary>At most <see cref="SmsText.MaxLmsBytes"/>, with a title of at most <see cref="SmsText.MaxTitleBytes"/>.</summary>
    Lms = 2,
}

/// <summary>Which kind a text is, and what speaks against sending it. Lengths are EUC-KR bytes (contracts/upstream-providers.md §10). Pure.</summary>
public static class SmsText
{
    public const int MaxSmsBytes = 90;

    public const int MaxLmsBytes = 2_000;

    public const int MaxTitleBytes = 40;

    /// <summary>What an unknown character counts: two bytes, like what a person would put in its place.</summary>
    private const int UnknownBytes = 2;

    /// <param name="title">A text with a title is an LMS, however short; an empty one is none.</param>
    public static SmsCheck Check(string text, string? title = null)
    {
        List<SmsCharacter>? unknown = null;
        var bytes = Count(text, inTitle: false, ref unknown);
        var titleBytes = string.IsNullOrEmpty(title) ? 0 : Count(title, inTitle: true, ref unknown);
        return new SmsCheck(bytes > MaxSmsBytes || titleBytes > 0 ? SmsKind.Lms : SmsKind.Sms, bytes, titleBytes, unknown ?? (IReadOnlyList<SmsCharacter>)[]);
    }

    /// <summary>The length in EUC-KR bytes; a character that cannot be written counts two.</summary>
    public static int BytesOf(string text)
    {
        List<SmsCharacter>? unknown = null;
        return Count(text, inTitle: false, ref unknown);
    }

    private static int Count(string text, bool inTitle, ref List<SmsCharacter>? unknown)
    {
        var bytes = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = SmsEucKr.LengthOf(text[i]);
            if (length > 0)
            {
                bytes += length;
                i++;
                continue;
            }

            bytes += UnknownBytes;
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
            (unknown ??= []).Add(new SmsCharacter(rune, i, inTitle));
            i += units;
        }

        return bytes;
    }
}

/// <summary>What <see cref="SmsText.Check"/> found.</summary>
/// <param name="Bytes">Of the text.</param>
/// <param name="TitleBytes">0 without a title.</param>
/// <param name="Unsendable">Characters outside EUC-KR, each as often as it stands there.</param>
public sealed record SmsCheck(SmsKind Kind, int Bytes, int TitleBytes, IReadOnlyList<SmsCharacter> Unsendable)
{
    public bool IsTooLong => Bytes > SmsText.MaxLmsBytes;

    public bool IsTitleTooLong => TitleBytes > SmsText.MaxTitleBytes;

    /// <summary>A carrier that takes EUC-KR takes it.</summary>
    public bool IsSendable => !IsTooLong && !IsTitleTooLong && Unsendable.Count == 0;
}

/// <param name="Value">U+FFFD for half of a surrogate pair.</param>
/// <param name="Index">Where it begins, in UTF-16 units.</param>
public readonly record struct SmsCharacter(Rune Value, int Index, bool InTitle)
{
    /// <summary>As people look it up: <c>U+1F600</c>.</summary>
    public override string ToString() => $"U+{Value.Value:X4}";
}
