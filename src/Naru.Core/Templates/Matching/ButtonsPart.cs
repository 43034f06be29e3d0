using Naru.Core.Content;

namespace Naru.Core.Templates.Matching;

internal static class ButtonsPart
{
    public static AlimTalkFault? Fault(Comparison message) =>
        ChatFault(message, "buttons", message.Content.Buttons)
        ?? ChatFault(message, "quickReplies", message.Parts.QuickReplies)
        ?? Differ(message, "buttons", message.Template.Buttons, message.Details.Buttons, message.Content.Buttons)
        ?? Differ(message, "quickReplies", message.Template.QuickReplies, message.Details.QuickReplies, message.Parts.QuickReplies);

    /// <summary>What goes to the bot or the counsellor: at most 50, an event only letters, digits and underscores (3026).</summary>
    private static AlimTalkFault? ChatFault(Comparison message, string place, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < buttons.Count; i++)
        {
            var fault = AlimTalkFault.TooLong("3026", "chatExtra", buttons[i].ChatExtra ?? "", message.Rules.MaxChatData)
                ?? AlimTalkFault.TooLong("3026", "chatEvent", buttons[i].ChatEvent ?? "", message.Rules.MaxChatData)
                ?? EventFault(buttons[i].ChatEvent ?? "");
            if (fault is not null)
            {
                return fault with { Difference = fault.Difference.In($"{place}[{i}]") };
            }
        }

        return null;
    }

    private static AlimTalkFault? EventFault(string chatEvent)
    {
        var at = chatEvent.AsSpan().IndexOfAnyExcept(ChatEvents.Allowed);
        return at < 0 ? null : new AlimTalkFault("3026", new TextDifference("chatEvent", at, "", chatEvent[at..]));
    }

    private static AlimTalkFault? Differ(
        Comparison message, string place, IReadOnlyList<ButtonPattern> patterns, IReadOnlyList<Button> approved, IReadOnlyList<Button> sent)
    {
        for (var i = 0; i < patterns.Count && i < sent.Count; i++)
        {
            if (patterns[i].Difference(sent[i], message.Rules, message.Variables) is { } difference)
            {
                return new AlimTalkFault("3027", difference.In($"{place}[{i}]"));
            }
        }

        var at = Math.Min(patterns.Count, sent.Count);
        return patterns.Count == sent.Count
            ? null
            : new AlimTalkFault("3027", TextDifference.Of($"{place}[{at}]", approved.ElementAtOrDefault(at)?.Name, sent.ElementAtOrDefault(at)?.Name));
    }
}
