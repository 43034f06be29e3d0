using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>How many buttons, and what they are called.</summary>
internal static class ButtonRules
{
    private static readonly LintRule TooMany = new("buttons-too-many", Severity.Error, new("버튼은 5개까지입니다.", "There are five buttons at most."), "rules §1.2") { Predicts = ["3027"] };

    private static readonly LintRule TooManyBeside = new(
        "buttons-too-many-beside-replies", Severity.Error,
        new("바로연결이 있으면 버튼은 2개까지입니다.", "Beside quick replies there are two buttons at most."), "rules §1.2") { Predicts = ["3027"], DealerCodes = ["-2505"] };

    private static readonly LintRule NameMissing = new("button-name-missing", Severity.Error, new("버튼에는 이름이 있어야 합니다.", "A button has a name."), "rules §1.3") { Predicts = ["3027"] };

    private static readonly LintRule NameTooLong = new("button-name-too-long", Severity.Error, new("버튼 이름은 14자까지입니다.", "A button's name has at most 14 characters."), "rules §1.3") { Predicts = ["3027"] };

    private static readonly LintRule NameVariable = new(
        "button-name-variable", Severity.Error, new("버튼 이름에는 변수를 쓸 수 없습니다.", "A button's name holds no variables."), "rules §1.3, audit guide §1")
    {
        Predicts = ["3027"], DealerCodes = ["-3008", "-3102"],
    };

    private static readonly LintRule NameTwice = new(
        "button-name-twice", Severity.Warning, new("버튼 이름이 서로 달라야 합니다.", "Buttons have different names."), "rules §1.3 (inferred)");

    private static readonly LintRule KindTwice = new(
        "button-kind-twice", Severity.Warning, new("이 종류의 버튼은 하나만 둡니다.", "One button of this kind is enough."), "rules §1.3 (inferred)");

    public static readonly LintRule[] All = [TooMany, TooManyBeside, NameMissing, NameTooLong, NameVariable, NameTwice, KindTwice];

    /// <summary>What they do is the same however often they stand there.</summary>
    private static readonly ButtonKind[] s_once =
        [ButtonKind.DeliveryTracking, ButtonKind.MessageForward, ButtonKind.ChatSwitch, ButtonKind.BusinessForm, ButtonKind.Call, ButtonKind.PersonalData, ButtonKind.OneClickPay];

    public static void Check(LintRun run)
    {
        var template = run.Template;
        if (template.Buttons.Count > AlimTalkLimits.Buttons)
        {
            run.Add(
                TooMany, "buttons", new($"버튼이 {template.Buttons.Count}개입니다. 5개까지입니다.", $"There are {template.Buttons.Count} buttons; five are allowed."),
                new("버튼을 줄이십시오.", "Take some away."));
        }
        else if (template.QuickReplies.Count > 0 && template.Buttons.Count > AlimTalkLimits.ButtonsBesideQuickReplies)
        {
            run.Add(
                TooManyBeside, "buttons",
                new($"바로연결이 있는데 버튼이 {template.Buttons.Count}개입니다. 2개까지입니다.", $"There are {template.Buttons.Count} buttons beside quick replies; two are allowed."),
                new("버튼이나 바로연결을 줄이십시오.", "Take buttons or the quick replies away."));
        }

        CheckList(run, "buttons", template.Buttons);
        CheckList(run, "quickReplies", template.QuickReplies);
    }

    private static void CheckList(LintRun run, string list, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < buttons.Count; i++)
        {
            var place = $"{list}[{i}].name";
            var button = buttons[i];
            if (string.IsNullOrWhiteSpace(button.Name))
            {
                run.Add(NameMissing, place, new("버튼 이름이 비어 있습니다.", "The button has no name."), new("누르면 무엇이 되는지 적으십시오.", "Say what it does."));
            }

            run.AddTooLong(NameTooLong, place, button.Name, AlimTalkLimits.ButtonName, "버튼 이름", "Button name");
            run.AddVariable(NameVariable, place, button.Name, "버튼 이름", "A button's name");
            if (button.Name.Length > 0 && buttons.Take(i).Any(other => string.Equals(other.Name, button.Name, StringComparison.Ordinal)))
            {
                run.Add(NameTwice, place, new("같은 이름의 버튼이 또 있습니다.", "Another button has this name."), new("서로 구별되게 적으십시오.", "Tell them apart."));
            }

            if (s_once.Contains(button.Kind) && buttons.Take(i).Any(other => other.Kind == button.Kind))
            {
                run.Add(
                    KindTwice, $"{list}[{i}].kind", new("같은 종류의 버튼이 또 있고, 둘은 같은 일을 합니다.", "Another button is of this kind, and both do the same."), new("하나만 남기십시오.", "Leave one."));
            }
        }
    }
}
