namespace Naru.Core.Templates;

/// <summary>The limits on which all dealers agree (rules §1.2, §1.3), in characters. Those on which they differ are settings: <see cref="AlimTalkRules"/>.</summary>
public static class AlimTalkLimits
{
    /// <summary>Of the emphasised title, without the mark of <see cref="StruckTitle"/>.</summary>
    public const int Title = 50;

    public const int Subtitle = 50;

    /// <summary>Android cuts an emphasised title off behind so many characters, iOS behind 27.</summary>
    public const int TitleShown = 23;

    /// <summary>Android cuts a subtitle off behind so many characters, iOS behind 21.</summary>
    public const int SubtitleShown = 18;

    public const int Header = 16;

    public const int HighlightTitle = 30;

    public const int HighlightTitleBesideThumbnail = 21;

    public const int HighlightDescription = 19;

    public const int HighlightDescriptionBesideThumbnail = 13;

    public const int FewestItems = 2;

    public const int MostItems = 10;

    public const int ItemTitle = 6;

    public const int ItemDescription = 23;

    public const int SummaryTitle = 6;

    public const int SummaryDescription = 14;

    /// <summary>Extra information; the invitation to add the channel counts with it.</summary>
    public const int Extra = 500;

    public const int Buttons = 5;

    public const int ButtonsBesideQuickReplies = 2;

    public const int ButtonName = 14;

    /// <summary>Of each link of a button or of the bubble.</summary>
    public const int Link = 500;

    /// <summary>Of <c>chat_extra</c> and <c>chat_event</c>.</summary>
    public const int ChatData = 50;

    public const int PluginId = 24;

    public const int Phone = 14;

    /// <summary>The sentence under a text with which KakaoTalk itself invites to add the channel (message types AD and MI).</summary>
    public const string ChannelSentence = "채널 추가하고 이 채널의 마케팅 메시지 등을 카카오톡으로 받기";

    public static int OfHighlightTitle(bool thumbnail) => thumbnail ? HighlightTitleBesideThumbnail : HighlightTitle;

    public static int OfHighlightDescription(bool thumbnail) => thumbnail ? HighlightDescriptionBesideThumbnail : HighlightDescription;
}
