namespace Naru.Core.Templates.Matching;

internal static class TitlePart
{
    public static AlimTalkFault? Fault(Comparison message)
    {
        var title = StruckTitle.Plain(message.Content.Title ?? "");
        var tooLong = AlimTalkFault.TooLong("3029", "title", title, message.Rules.MaxTitle);
        if (tooLong is not null || message.Details.Emphasis is not (Emphasis.None or Emphasis.Text))
        {
            // A title for an image or an item list is a message of another kind, which a later check says.
            return tooLong;
        }

        return message.Differs("3028", "title", message.Template.EmphasisedTitle, title);
    }
}
