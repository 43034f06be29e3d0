namespace Naru.Core.Templates;

/// <summary>The limits on which dealers differ (rules §0): settings, not constants. Lengths are counted in characters, a Hangul syllable is one.</summary>
public sealed record AlimTalkRules
{
    /// <summary>Kakao's present limits; no empty values.</summary>
    public static readonly AlimTalkRules Default = new();

    /// <summary>1,300 since 2025-10-28; some dealers still print 1,000.</summary>
    public int MaxText { get; init; } = 1300;

    /// <summary>Of the emphasised title.</summary>
    public int MaxTitle { get; init; } = 50;

    /// <summary>Of each link of a button.</summary>
    public int MaxLink { get; init; } = 500;

    /// <summary>Of <c>chat_extra</c> and <c>chat_event</c>.</summary>
    public int MaxChatData { get; init; } = 50;

    /// <summary>
    /// Whether a variable may be filled with nothing. What Kakao itself tolerates is not published (rules §1.4), so the careful
    /// answer is no: a text that passes here passes there.
    /// </summary>
    public bool AllowEmptyValues { get; init; }
}
