namespace Naru.Core.Templates.Matching;

internal static class SummaryPart
{
    public static AlimTalkFault? Fault(Comparison message)
    {
        var approved = message.Template.ItemList?.Summary;
        if (message.Parts.Summary is not { } sent)
        {
            return approved is null ? null : new AlimTalkFault("3038", TextDifference.Of("summary", approved.Title, null));
        }

        if (AlimTalkFault.TooLong("3039", "summary.description", sent.Description, AlimTalkLimits.SummaryDescription) is { } tooLong)
        {
            return tooLong;
        }

        if (SummaryAmount.FirstFault(sent.Description) is { } at)
        {
            return new AlimTalkFault("3040", new TextDifference("summary.description", at, "", sent.Description[at..]));
        }

        return approved is null
            ? new AlimTalkFault("3038", TextDifference.Of("summary", null, sent.Title))
            : AlimTalkFault.Of("3038", approved.Difference(sent, message.Rules, message.Variables)?.In("summary"));
    }
}
