namespace Naru.Core.Templates.Matching;

internal static class HighlightPart
{
    public static AlimTalkFault? Fault(Comparison message)
    {
        var list = message.Template.ItemList;
        var title = StruckTitle.Plain(message.Parts.Highlight?.Title ?? "");
        var description = message.Parts.Highlight?.Description ?? "";
        var thumbnail = list?.HasThumbnail == true;
        return AlimTalkFault.TooLong("3034", "highlight.title", title, AlimTalkLimits.OfHighlightTitle(thumbnail))
            ?? AlimTalkFault.TooLong("3035", "highlight.description", description, AlimTalkLimits.OfHighlightDescription(thumbnail))
            ?? message.Differs("3033", "highlight.title", list?.HighlightTitle, title)
            ?? message.Differs("3033", "highlight.description", list?.HighlightDescription, description);
    }
}
