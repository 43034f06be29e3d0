using System.Text.RegularExpressions;

namespace Naru.Core.Templates.Linting;

/// <summary>Variables: how they are written, how many, and whether a reader of the template can tell what they will say.</summary>
internal static class VariableRules
{
    private static readonly LintRule TooMany = new(
        "variables-too-many", Severity.Error, new("변수는 40개까지입니다.", "A template has at most 40 variables."), "rules §1.2, audit guide §1");

    private static readonly LintRule Unclosed = new(
        "variable-unclosed", Severity.Error, new("변수는 #{이름} 으로 닫혀 있어야 합니다.", "A variable is closed: #{name}."), "rules §1.4") { Predicts = ["3016", "3027", "3028"] };

    private static readonly LintRule Empty = new(
        "variable-empty", Severity.Error, new("변수에는 이름이 있어야 합니다.", "A variable has a name."), "rules §1.4") { Predicts = ["3016"] };

    private static readonly LintRule Foreign = new(
        "variable-foreign", Severity.Warning,
        new("다른 시스템의 변수 표기를 쓰지 않습니다.", "No variable is written as another system writes it."), "rules §1.4 (inferred)") { Predicts = ["3016"] };

    private static readonly LintRule OddName = new(
        "variable-name-odd", Severity.Hint,
        new("변수 이름은 한글, 영문, 숫자, 밑줄로 적는 편이 안전합니다.", "Names of letters, digits and underscores work with every dealer."), "rules §1.4");

    private static readonly LintRule VagueName = new(
        "variable-name-vague", Severity.Hint,
        new("변수 이름에서 들어갈 값을 알 수 있어야 합니다.", "A variable's name tells what it stands for."), "audit guide §3 (5)");

    private static readonly LintRule Adjacent = new(
        "variables-adjacent", Severity.Hint,
        new("변수와 변수 사이에는 고정 문구가 있는 편이 좋습니다.", "Better some fixed words stand between two variables."), "rules §1.4");

    private static readonly LintRule FreeText = new(
        "variable-free-text", Severity.Warning,
        new("변수 하나가 문단 전체를 대신할 수 없습니다.", "No variable stands for a whole paragraph."), "audit guide §3 (2)");

    private static readonly LintRule Only = new(
        "text-only-variables", Severity.Error,
        new("본문이 변수로만 이루어질 수 없습니다.", "A text is not made of variables alone."), "audit guide §1, black list (5)");

    private static readonly LintRule Mostly = new(
        "text-mostly-variables", Severity.Warning,
        new("본문에는 무엇에 대한 메시지인지 알 수 있는 고정 문구가 있어야 합니다.", "The fixed words of a text tell what it is about."), "audit guide §1, black list (5)");

    public static readonly LintRule[] All = [TooMany, Unclosed, Empty, Foreign, OddName, VagueName, Adjacent, FreeText, Only, Mostly];

    private static readonly Regex s_foreign = Phrases.Regex(@"[#＃$]\s*[{｛]\s*[\p{L}_][^{}｛｝\n]{0,40}[}｝]|\{\{[^{}\n]{1,40}\}\}|\{[\p{L}_][\p{L}\d_ ]{0,30}\}|%[A-Za-z_]{2,30}%");

    private static readonly Regex s_vague = Phrases.Regex(@"^(변수|값|내용|데이터|var|variable|val|value|data|param|arg|text|string|test|[a-z]|[가-힣])?[\s_-]*\d*$");

    private static readonly Regex s_freeText = Phrases.Regex(@"^(내용|전체\s*내용|메시지|메세지|메시지\s*내용|본문|문구|텍스트|공지|공지\s*내용|안내\s*문구|message|messages|content|contents|body|text|msg|notice)\s*\d*$");

    public static void Check(LintRun run)
    {
        CheckCount(run);
        foreach (var member in run.Members)
        {
            CheckSigns(run, member);
            CheckNames(run, member);
        }

        CheckShare(run);
    }

    private static void CheckCount(LintRun run)
    {
        var count = run.Members.Sum(member => member.Variables.Count);
        if (count > run.Rules.MaxVariables)
        {
            run.Add(
                TooMany, "text",
                new($"변수가 {count}개입니다. {run.Rules.MaxVariables}개까지 쓸 수 있습니다.", $"There are {count} variables; at most {run.Rules.MaxVariables} are allowed."),
                new("여러 변수를 하나로 합치거나 고정 문구로 바꾸십시오.", "Join some, or write fixed words instead."));
        }
    }

    private static void CheckSigns(LintRun run, LintText member)
    {
        if (member.Masked.IndexOf("#{}", StringComparison.Ordinal) is >= 0 and var empty)
        {
            run.Add(Empty, member.Place, empty, 3, new("이름이 없는 변수 #{} 가 있습니다.", "There is a variable without a name: #{}."), new("변수에 이름을 붙이십시오.", "Give it a name."));
        }

        foreach (var blank in member.Variables.Where(variable => string.IsNullOrWhiteSpace(variable.Name)))
        {
            run.Add(Empty, member.Place, blank.Start, blank.Length, new("이름이 공백뿐인 변수가 있습니다.", "There is a variable whose name is blank."), new("변수에 이름을 붙이십시오.", "Give it a name."));
        }

        var open = member.Masked.Replace("#{}", "   ", StringComparison.Ordinal).IndexOf("#{", StringComparison.Ordinal);
        if (open >= 0)
        {
            run.Add(
                Unclosed, member.Place, open, 2,
                new("변수가 } 로 닫히지 않았습니다. 그대로 고정 문구가 됩니다.", "A variable is not closed by }: it will be taken for fixed words."),
                new("변수 이름 뒤에 } 를 붙이십시오.", "Write } behind the name."));
        }

        if (open < 0 && s_foreign.Match(member.Masked) is { Success: true } foreign)
        {
            run.Add(
                Foreign, member.Place, foreign.Index, foreign.Length,
                new($"'{foreign.Value}' 는 카카오톡의 변수가 아닙니다. 그대로 표시됩니다.", $"'{foreign.Value}' is no variable of KakaoTalk; it will be shown as it stands."),
                new("#{이름} 으로 적으십시오.", "Write #{name}."));
        }
    }

    private static void CheckNames(LintRun run, LintText member)
    {
        for (var i = 0; i < member.Variables.Count; i++)
        {
            var variable = member.Variables[i];
            if (string.IsNullOrWhiteSpace(variable.Name))
            {
                continue;
            }

            if (!variable.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
            {
                run.Add(
                    OddName, member.Place, variable.Start, variable.Length,
                    new($"변수 이름 '{variable.Name}' 에 공백이나 기호가 있습니다. 받아들이지 않는 딜러가 있습니다(Solapi는 마침표, 브랜드 메시지는 @).",
                        $"The name '{variable.Name}' holds a space or sign; some dealers refuse it (Solapi a dot, Brand Messages @)."),
                    new("글자, 숫자, 밑줄만 쓰십시오.", "Use letters, digits and underscores."));
            }
            else if (s_vague.IsMatch(variable.Name))
            {
                run.Add(
                    VagueName, member.Place, variable.Start, variable.Length,
                    new($"변수 이름 '{variable.Name}' 만으로는 어떤 값이 들어가는지 심사자가 알 수 없습니다.", $"From the name '{variable.Name}' a reviewer cannot tell what it will say."),
                    new("#{주문번호} 처럼 값을 알 수 있는 이름을 쓰십시오.", "Name what it stands for, as in #{주문번호}."));
            }

            if (i > 0 && member.Variables[i - 1].End == variable.Start && !member.Place.Contains("ink", StringComparison.Ordinal))
            {
                run.Add(
                    Adjacent, member.Place, variable.Start, variable.Length,
                    new("변수 두 개가 붙어 있어 값이 어디서 나뉘는지 알 수 없습니다.", "Two variables stand side by side: nobody can tell where one value ends."),
                    new("사이에 공백이나 문구를 넣으십시오.", "Put a space or words between them."));
            }
        }
    }

    private static void CheckShare(LintRun run)
    {
        var text = run.Text;
        if (text.Variables.Count == 0)
        {
            return;
        }

        if (text.FixedLetters == 0)
        {
            run.Add(
                Only, "text", new("본문이 변수로만 되어 있습니다.", "The text is made of variables alone."),
                new("무엇을 알리는 메시지인지 고정 문구로 적으십시오.", "Say in fixed words what the message is about."));
        }
        else if (text.FixedLetters < 4 || text.FixedLetters * 2 < text.Variables.Count)
        {
            run.Add(
                Mostly, "text",
                new($"고정 문구가 {text.FixedLetters}자뿐이어서 무엇을 알리는 메시지인지 알 수 없습니다.", $"Only {text.FixedLetters} fixed letters stand beside {text.Variables.Count} variables: nobody can tell what the message is about."),
                new("항목 이름과 안내 문구를 고정으로 적으십시오.", "Write labels and an explanation in fixed words."));
        }

        foreach (var variable in text.Variables.Where(variable => s_freeText.IsMatch(variable.Name) && StandsAlone(text.Text, variable)))
        {
            run.Add(
                FreeText, "text", variable.Start, variable.Length,
                new($"변수 '{variable.Name}' 에는 무엇이든 들어갈 수 있어 정형화된 메시지가 아닙니다.", $"Anything could stand in '{variable.Name}': that is no fixed form."),
                new("항목별로 나누고 이름을 앞에 적으십시오.", "Split it up, with a label before each part."));
        }
    }

    private static bool StandsAlone(string text, LintVariable variable)
    {
        var before = text.LastIndexOf('\n', Math.Max(variable.Start - 1, 0));
        var after = text.IndexOf('\n', variable.End);
        return string.IsNullOrWhiteSpace(text[(before + 1)..variable.Start]) && string.IsNullOrWhiteSpace(text[variable.End..(after < 0 ? text.Length : after)]);
    }
}
