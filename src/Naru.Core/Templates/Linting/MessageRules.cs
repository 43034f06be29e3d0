using Naru.Core.Results;

namespace Naru.Core.Templates.Linting;

/// <summary>
/// One rule for each code with which the centre refuses the content of a message (<see cref="AlimTalkCheck.Codes"/>): what a message will be answered is known
/// before it is sent, with the place at which it leaves its template.
/// </summary>
internal static class MessageRules
{
    private static readonly (string Id, string Code)[] s_table =
    [
        ("message-text-empty", "3013"),
        ("message-text-too-long", "3014"),
        ("message-text-differs", "3016"),
        ("message-value-too-long", "3025"),
        ("message-chat-data", "3026"),
        ("message-buttons-differ", "3027"),
        ("message-title-differs", "3028"),
        ("message-title-too-long", "3029"),
        ("message-kind-differs", "3030"),
        ("message-header-differs", "3031"),
        ("message-header-too-long", "3032"),
        ("message-highlight-differs", "3033"),
        ("message-highlight-title-too-long", "3034"),
        ("message-highlight-description-too-long", "3035"),
        ("message-items-differ", "3036"),
        ("message-item-too-long", "3037"),
        ("message-summary-differs", "3038"),
        ("message-summary-too-long", "3039"),
        ("message-summary-not-an-amount", "3040"),
        ("message-link-differs", "3042"),
    ];

    private static readonly LintRule Untrackable = new(
        "message-not-trackable", Severity.Warning,
        new("배송 조회 버튼이 읽을 택배사와 송장 번호가 있어야 합니다.", "There is a courier and a number that the DS button can read."), "rules §1.3");

    private static readonly Dictionary<string, LintRule> s_byCode = s_table.ToDictionary(
        row => row.Code,
        row => new LintRule(row.Id, Severity.Error, ResultCodes.Find(row.Code)!.Meaning, "rules §1.4, §4") { Predicts = [row.Code] },
        StringComparer.Ordinal);

    public static readonly LintRule[] All = [.. s_byCode.Values, Untrackable];

    public static Finding Of(AlimTalkFault fault)
    {
        var rule = s_byCode[fault.Code];
        var code = ResultCodes.Find(fault.Code)!;
        return new Finding(rule.Id, rule.Severity, fault.Difference.Place, Explain(code.Meaning, fault.Difference), code.Remedy)
        {
            Start = fault.Difference.Position,
            Length = fault.Difference.Found.Length,
        };
    }

    public static Finding NotTrackable() => new(
        Untrackable.Id, Untrackable.Severity, "text",
        new("본문에서 택배사와 그 번호 형식에 맞는 송장 번호를 찾을 수 없습니다.", "The text holds no courier with a number in that courier's pattern."),
        new("택배사 이름과 송장 번호를 확인하십시오.", "Check the courier's name and the number."));

    private static BilingualText Explain(BilingualText meaning, TextDifference difference) =>
        (difference.Expected.Length, difference.Found.Length) switch
        {
            (0, 0) => meaning,
            (0, _) => new($"{meaning.Ko} {difference.Position + 1}번째 글자부터: '{Short(difference.Found)}'.", $"{meaning.En} From character {difference.Position + 1}: '{Short(difference.Found)}'."),
            (_, 0) => new($"{meaning.Ko} {difference.Position + 1}번째 글자에 '{Short(difference.Expected)}' 이(가) 있어야 합니다.", $"{meaning.En} At character {difference.Position + 1} '{Short(difference.Expected)}' is missing."),
            _ => new(
                $"{meaning.Ko} {difference.Position + 1}번째 글자: '{Short(difference.Expected)}' 자리에 '{Short(difference.Found)}'.",
                $"{meaning.En} At character {difference.Position + 1}: '{Short(difference.Found)}' instead of '{Short(difference.Expected)}'."),
        };

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
