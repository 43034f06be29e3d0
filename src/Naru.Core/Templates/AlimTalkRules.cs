namespace Naru.Core.Templates;

/// <summary>
/// The limits on which dealers differ, or which move (rules §0): settings, under <c>Naru:AlimTalk</c>. Lengths are counted in characters, a Hangul
/// syllable is one. The same object holds for linter, dry runs and simulator.
/// </summary>
public sealed record AlimTalkRules
{
    /// <summary>Kakao's present limits; no empty values.</summary>
    public static readonly AlimTalkRules Default = new();

    /// <summary>
    /// 1,300 since 2025-10-28; some dealers still print 1,000. The extra information and the invitation to add the channel count with it.
    /// </summary>
    public int MaxText { get; init; } = 1300;

    /// <summary>Beside an item list: 700 with NHN's Korean documents, 1,000 with the English ones.</summary>
    public int MaxItemListText { get; init; } = 700;

    /// <summary>Of the emphasised title.</summary>
    public int MaxTitle { get; init; } = AlimTalkLimits.Title;

    /// <summary>Of each link of a button.</summary>
    public int MaxLink { get; init; } = AlimTalkLimits.Link;

    /// <summary>Of <c>chat_extra</c> and <c>chat_event</c>.</summary>
    public int MaxChatData { get; init; } = AlimTalkLimits.ChatData;

    /// <summary>150 with NHN, 200 with Bizgo.</summary>
    public int MaxName { get; init; } = 150;

    /// <summary>30 with most, 20 with NHN.</summary>
    public int MaxCode { get; init; } = 30;

    /// <summary>Variables of one template, a repeated one counted each time.</summary>
    public int MaxVariables { get; init; } = 40;

    /// <summary>10 with most, 5 in NHN's API guide.</summary>
    public int MaxQuickReplies { get; init; } = 10;

    /// <summary>
    /// How long the value of a variable may be (3025); null = no limit. Kakao publishes none; NHN lets new senders fill in 14.
    /// </summary>
    public int? MaxValue { get; init; }

    /// <summary>Whether a quick reply may forward the message (MD): KAPI and BizM say yes, NHN no.</summary>
    public bool ForwardAsQuickReply { get; init; } = true;

    /// <summary>Whether an item list needs items beside image, header or highlight: KAPI says yes, NHN that one of the four will do.</summary>
    public bool ItemListNeedsItems { get; init; }

    /// <summary>
    /// Whether a variable may be filled with nothing. What Kakao itself tolerates is not published (rules §1.4), so the careful
    /// answer is no: a text that passes here passes there.
    /// </summary>
    public bool AllowEmptyValues { get; init; }

    /// <summary>Of the file of a template's image or thumbnail: 500 kB, of 1,024 bytes each.</summary>
    public int MaxImageBytes { get; init; } = 500 * 1024;

    /// <summary>Of the image at the head, in pixels.</summary>
    public int MinImageWidth { get; init; } = 500;

    /// <summary>Of the image at the head, in pixels.</summary>
    public int MinImageHeight { get; init; } = 250;

    /// <summary>Of a highlight's thumbnail, which is square, in pixels.</summary>
    public int MinThumbnailWidth { get; init; } = 108;

    /// <summary>Of the file of a sender's logo: 5 MB.</summary>
    public int MaxLogoBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>How long the text of this template may be, its variables filled in.</summary>
    public int RoomForText(TemplateDetails template) =>
        (template.Emphasis == Emphasis.ItemList ? Math.Min(MaxText, MaxItemListText) : MaxText)
        - (template.ExtraShown?.Length ?? 0)
        - (template.InvitesToChannel ? AlimTalkLimits.ChannelSentence.Length : 0);
}
