using Naru.Core.Content;
using Naru.Core.Messages;

namespace Naru.Storage.Queries;

/// <summary>The words of a message that a text search looks at: texts and titles of every step.</summary>
internal static class SearchedText
{
    public static bool Contains(Envelope envelope, string part)
    {
        foreach (var step in envelope.Route)
        {
            var (text, title) = Of(step.Content);
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase) || title?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    public static string Of(Envelope envelope) => string.Join('\n', envelope.Route.SelectMany(step =>
    {
        var (text, title) = Of(step.Content);
        return title is null ? [text] : new[] { title, text };
    }));

    private static (string Text, string? Title) Of(MessageContent content) => content switch
    {
        AlimTalkContent alim => (alim.Text, alim.Title),
        SmsContent sms => (sms.Text, sms.Title),
        _ => ("", null),
    };
}
