using Naru.Core.Content;

namespace Naru.Core.Templates.Matching;

internal static class ItemsPart
{
    public static AlimTalkFault? Fault(Comparison message)
    {
        var sent = message.Parts.Items;
        for (var i = 0; i < sent.Count; i++)
        {
            if (AlimTalkFault.TooLong("3037", "description", sent[i].Description, AlimTalkLimits.ItemDescription) is { } tooLong)
            {
                return tooLong with { Difference = tooLong.Difference.In($"items[{i}]") };
            }
        }

        var approved = message.Template.ItemList?.Items ?? [];
        for (var i = 0; i < approved.Count && i < sent.Count; i++)
        {
            if (approved[i].Difference(sent[i], message.Rules, message.Variables) is { } difference)
            {
                return new AlimTalkFault("3036", difference.In($"items[{i}]"));
            }
        }

        var at = Math.Min(approved.Count, sent.Count);
        return approved.Count == sent.Count
            ? null
            : new AlimTalkFault("3036", TextDifference.Of($"items[{at}]", approved.ElementAtOrDefault(at)?.Title, sent.ElementAtOrDefault<ListItem>(at)?.Title));
    }
}
