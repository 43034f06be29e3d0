namespace Naru.Core.Templates.Linting;

/// <summary>Category (rules §1.6): it decides how soon a template is reviewed.</summary>
internal static class CategoryRules
{
    private static readonly LintRule Malformed = new("category-malformed", Severity.Error, new("카테고리 코드는 숫자 6자리입니다.", "A category's code has six digits."), "rules §1.2");

    private static readonly LintRule Unknown = new("category-unknown", Severity.Warning, new("알려진 카테고리여야 합니다.", "The category is a known one."), "rules §1.6");

    private static readonly LintRule Other = new(
        "category-other", Severity.Hint, new("'기타' 카테고리는 심사가 가장 늦습니다.", "The category 'other' is reviewed last."), "rules §1.2");

    private static readonly LintRule Authentication = new(
        "category-not-authentication", Severity.Hint, new("인증 메시지는 인증 카테고리(001002)로 등록합니다.", "A code goes into the category 001002."), "rules §1.6");

    public static readonly LintRule[] All = [Malformed, Unknown, Other, Authentication];

    /// <summary>How many categories a group has; 0 where that is not published.</summary>
    private static readonly Dictionary<string, int> s_groups = new(StringComparer.Ordinal)
    {
        ["001"] = 3, ["002"] = 5, ["003"] = 4, ["004"] = 8, ["005"] = 6, ["006"] = 4, ["007"] = 0, ["008"] = 0, ["009"] = 0,
    };

    public static void Check(LintRun run)
    {
        var code = run.Template.CategoryCode;
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            run.Add(Malformed, "categoryCode", new("카테고리 코드가 숫자 6자리가 아닙니다.", "The category's code has not six digits."), new("모르면 999999로 두십시오.", "Leave 999999 if you know none."));
            return;
        }

        if (!string.Equals(code, TemplateDetails.OtherCategory, StringComparison.Ordinal) && !IsKnown(code))
        {
            run.Add(Unknown, "categoryCode", new($"{code} 는 알려진 카테고리가 아닙니다.", $"{code} is no known category."), new("카테고리를 다시 고르십시오.", "Choose another one."));
        }

        var isCode = SecurityRules.HasCode(run.Text);
        if (isCode && !string.Equals(code, "001002", StringComparison.Ordinal))
        {
            run.Add(Authentication, "categoryCode", new("인증번호를 보내는데 인증 카테고리가 아닙니다.", "It sends a code, and the category is another."), new("001002(인증/비밀번호/로그인)로 바꾸십시오.", "Choose 001002."));
        }
        else if (string.Equals(code, TemplateDetails.OtherCategory, StringComparison.Ordinal))
        {
            run.Add(Other, "categoryCode", new("'기타'로 등록하면 심사가 가장 늦습니다.", "As 'other' it is reviewed last."), new("맞는 카테고리를 고르십시오.", "Choose one that fits."));
        }
    }

    private static bool IsKnown(string code) =>
        s_groups.TryGetValue(code[..3], out var count) && int.Parse(code.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture) is var number && number >= 1 && (count == 0 || number <= count);
}
