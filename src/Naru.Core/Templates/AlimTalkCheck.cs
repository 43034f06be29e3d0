using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>
/// Compares an AlimTalk with its template as the Bizmessage centre does (rules §1.4): what stands outside the variables must agree
/// character by character, white space included; only line ends are normalised. Pure.
/// </summary>
/// <remarks>
/// The order is the centre's, and within a part its length comes before its match: text (3013, 3014, 3016), title (3029, 3028), buttons
/// (3026, 3027), kind of message (3030, 3036). What the centre takes from the template itself, such as subtitle and image, is not
/// part of a request and not compared.
/// </remarks>
public static class AlimTalkCheck
{
    public static AlimTalkVerdict Compare(AlimTalkPattern template, AlimTalkContent content, AlimTalkRules rules)
    {
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return AlimTalkVerdict.Refused("3013");
        }

        if (content.Text.Length > rules.MaxText)
        {
            return AlimTalkVerdict.Refused("3014");
        }

        if (template.Text.Match(content.Text, rules.AllowEmptyValues) is not { } inText)
        {
            return AlimTalkVerdict.Refused("3016");
        }

        var variables = new Dictionary<string, string>(inText, StringComparer.Ordinal);
        var fault = TitleFault(template, content.Title, rules, variables)
            ?? ButtonFault(template, content.Buttons, rules, variables)
            ?? KindFault(template.Template.Details.Emphasis, content);
        return fault is null ? new AlimTalkVerdict(null, variables) : AlimTalkVerdict.Refused(fault);
    }

    private static string? TitleFault(AlimTalkPattern template, string? title, AlimTalkRules rules, Dictionary<string, string> variables)
    {
        if (title?.Length > rules.MaxTitle)
        {
            return "3029";
        }

        if (template.Title is null || template.Template.Details.Emphasis != Emphasis.Text)
        {
            // A title for an image or an item list is a message of another kind, which the last check says.
            return string.IsNullOrEmpty(title) || template.Template.Details.Emphasis is not (Emphasis.None or Emphasis.Text) ? null : "3028";
        }

        if (template.Title.Match(title ?? "", rules.AllowEmptyValues) is not { } values)
        {
            return "3028";
        }

        Merge(values, variables);
        return null;
    }

    private static string? ButtonFault(
        AlimTalkPattern template, IReadOnlyList<Button> buttons, AlimTalkRules rules, Dictionary<string, string> variables)
    {
        foreach (var button in buttons)
        {
            if (!IsChatData(button.ChatExtra, rules) || !IsChatEvent(button.ChatEvent, rules))
            {
                return "3026";
            }
        }

        if (buttons.Count != template.Buttons.Count)
        {
            return "3027";
        }

        for (var i = 0; i < buttons.Count; i++)
        {
            if (!template.Buttons[i].Matches(buttons[i], rules, variables))
            {
                return "3027";
            }
        }

        return null;
    }

    /// <summary>
    /// A message with an emphasised title is no image message (3030). Our content has no item list, so a template with one is
    /// answered as the centre answers when the list is missing (3036).
    /// </summary>
    private static string? KindFault(Emphasis emphasis, AlimTalkContent content) => emphasis switch
    {
        Emphasis.Image or Emphasis.ItemList when !string.IsNullOrEmpty(content.Title) => "3030",
        Emphasis.ItemList => "3036",
        _ => null,
    };

    private static bool IsChatData(string? text, AlimTalkRules rules) => text is null || text.Length <= rules.MaxChatData;

    private static bool IsChatEvent(string? text, AlimTalkRules rules) =>
        text is null || (IsChatData(text, rules) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));

    private static void Merge(IReadOnlyDictionary<string, string> values, Dictionary<string, string> into)
    {
        foreach (var (name, value) in values)
        {
            into.TryAdd(name, value);
        }
    }
}

/// <param name="Code">The centre's result code of the first difference; null when the message was made from the template.</param>
/// <param name="Variables">As read out of text, title and links; a name that stands in several has its first value. Empty when refused.</param>
public sealed record AlimTalkVerdict(string? Code, IReadOnlyDictionary<string, string> Variables)
{
    public bool IsMatch => Code is null;

    public static AlimTalkVerdict Refused(string code) => new(code, new Dictionary<string, string>(StringComparer.Ordinal));
}
