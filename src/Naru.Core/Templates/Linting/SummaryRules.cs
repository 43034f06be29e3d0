namespace Naru.Core.Templates.Linting;

/// <summary>The summary of an item list: an amount of money.</summary>
internal static class SummaryRules
{
    private static readonly LintRule Alone = new(
        "summary-without-items", Severity.Error, new("요약은 아이템과 함께 쓸 수 있습니다.", "A summary stands under items."), "rules §1.2") { Predicts = ["3038"], DealerCodes = ["-3039"] };

    private static readonly LintRule TooLong = new(
        "summary-too-long", Severity.Error, new("요약 설명은 14자까지입니다.", "The summary's description has at most 14 characters."), "rules §1.2") { Predicts = ["3039"] };

    private static readonly LintRule NoAmount = new(
        "summary-not-an-amount", Severity.Error,
        new("요약 설명에는 변수, 통화, 숫자, 쉼표, 소수점, 공백만 씁니다.", "A summary says an amount: variables, currency, digits, comma, point, space."), "rules §1.2") { Predicts = ["3040"] };

    public static readonly LintRule[] All = [Alone, TooLong, NoAmount];

    public static void Check(LintRun run)
    {
        if (run.Template.Summary is not { } summary || run.Template.Emphasis != Emphasis.ItemList)
        {
            return;
        }

        if (run.Template.Items.Count == 0)
        {
            run.Add(Alone, "summary", new("아이템 없이 요약만 있습니다.", "There is a summary and no items."), new("아이템을 적거나 요약을 지우십시오.", "Write items, or take the summary away."));
        }

        ItemListRules.CheckItem(run, "summary", summary, AlimTalkLimits.SummaryTitle);
        run.AddTooLong(TooLong, "summary.description", summary.Description, AlimTalkLimits.SummaryDescription, "요약 설명", "Summary description");

        // A variable may turn out to be an amount: it is looked at when it is sent.
        var standing = new LintText("summary.description", summary.Description).Masked.Replace(LintText.Mask, ' ');
        if (SummaryAmount.FirstFault(standing) is { } at)
        {
            run.Add(
                NoAmount, "summary.description", at, 1, new("금액이 아닌 문자가 있습니다.", "There is a character that belongs to no amount."),
                new("'#{금액}원' 처럼 금액만 적으십시오.", "Write an amount only, as in '#{금액}원'."));
        }
    }
}
