using System.Text.RegularExpressions;
using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>What single kinds of buttons ask for (rules §1.3).</summary>
internal static class ButtonKindRules
{
    private static readonly LintRule ChatData = new(
        "chat-data-too-long", Severity.Error, new("봇과 상담톡에 넘기는 값은 50자까지입니다.", "What is handed to bot or counsellor has at most 50 characters."), "rules §1.3") { Predicts = ["3026"] };

    private static readonly LintRule ChatEvent = new(
        "chat-event-malformed", Severity.Error, new("봇 이벤트 이름은 영문, 숫자, 밑줄입니다.", "A bot's event is named with letters, digits and underscores."), "rules §1.3") { Predicts = ["3026"] };

    private static readonly LintRule FormId = new("form-id-missing", Severity.Error, new("비즈니스폼 버튼에는 폼 번호가 있어야 합니다.", "A business form (BF) has a form id."), "rules §1.3");

    private static readonly LintRule FormName = new(
        "form-name", Severity.Error,
        new("비즈니스폼 버튼의 이름은 정해져 있습니다.", "A business form is called 톡에서 예약하기, 톡에서 설문하기 or 톡에서 응모하기."), "rules §1.3") { DealerCodes = ["-3044"] };

    private static readonly LintRule FormPlace = new(
        "form-not-first", Severity.Error, new("비즈니스폼 버튼은 첫 자리에 둡니다.", "A business form stands first."), "rules §1.3") { DealerCodes = ["-3045"] };

    private static readonly LintRule Plugin = new(
        "plugin-id", Severity.Error, new("플러그인 버튼에는 24자 이하의 플러그인 ID가 있어야 합니다.", "A plugin (P1 to P3) has an id of at most 24 characters."), "rules §1.3");

    private static readonly LintRule OneClick = new(
        "one-click-incomplete", Severity.Error, new("원클릭 결제에는 oneClickId나 productId가 있어야 합니다.", "One-click payment (P3) has a oneClickId or a productId."), "rules §1.3");

    private static readonly LintRule CallName = new(
        "call-name", Severity.Error,
        new("전화 버튼의 이름은 정해져 있습니다.", "A call button (TN) is called 전화 연결, 고객센터 연결 or 상담원 연결."), "rules §1.3") { DealerCodes = ["-3051"] };

    private static readonly LintRule CallNumber = new(
        "call-number", Severity.Error, new("전화번호는 숫자와 하이픈 14자까지입니다.", "A telephone number has at most 14 digits and hyphens."), "rules §1.3") { DealerCodes = ["-3052", "-3053"] };

    private static readonly LintRule Payment = new(
        "button-payment", Severity.Warning,
        new("버튼으로 결제, 납부, 송금을 유도하지 않습니다.", "No button urges to pay or to transfer money."), "audit guide, black list (10)");

    public static readonly LintRule[] All = [ChatData, ChatEvent, FormId, FormName, FormPlace, Plugin, OneClick, CallName, CallNumber, Payment];

    private static readonly string[] s_formNames = ["톡에서 예약하기", "톡에서 설문하기", "톡에서 응모하기"];

    private static readonly string[] s_callNames = ["전화 연결", "고객센터 연결", "상담원 연결"];

    private static readonly Regex s_payment = Phrases.Regex(@"(결제|납부|송금|입금|청구\s*금액|청구서\s*결제)\s*(하기|하러|진행|바로|링크|해\s*주세요|$)|간편\s*결제|바로\s*결제");

    public static void Check(LintRun run)
    {
        CheckList(run, "buttons", run.Template.Buttons);
        CheckList(run, "quickReplies", run.Template.QuickReplies);
    }

    private static void CheckList(LintRun run, string list, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < buttons.Count; i++)
        {
            var (place, button) = ($"{list}[{i}]", buttons[i]);
            CheckChat(run, place, button);
            CheckPayment(run, place, button);
            switch (button.Kind)
            {
                case ButtonKind.BusinessForm:
                    CheckForm(run, place, button, i);
                    break;
                case ButtonKind.SecureImage or ButtonKind.PersonalData or ButtonKind.OneClickPay:
                    CheckPlugin(run, place, button);
                    break;
                case ButtonKind.Call:
                    CheckCall(run, place, button);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckChat(LintRun run, string place, Button button)
    {
        run.AddTooLong(ChatData, $"{place}.chatExtra", button.ChatExtra, run.Rules.MaxChatData, "chat_extra", "chat_extra");
        run.AddTooLong(ChatData, $"{place}.chatEvent", button.ChatEvent, run.Rules.MaxChatData, "chat_event", "chat_event");
        if (button.ChatEvent is { Length: > 0 } name && name.AsSpan().IndexOfAnyExcept(ChatEvents.Allowed) is >= 0 and var at)
        {
            run.Add(ChatEvent, $"{place}.chatEvent", at, 1, new("봇 이벤트 이름에 쓸 수 없는 문자가 있습니다.", "The event's name holds a character that it cannot have."), new("영문, 숫자, 밑줄만 쓰십시오.", "Use letters, digits and underscores."));
        }
    }

    private static void CheckPayment(LintRun run, string place, Button button)
    {
        // One-click payment is KakaoTalk's own and has a contract behind it.
        if (button.Kind != ButtonKind.OneClickPay && s_payment.Match(button.Name) is { Success: true } match)
        {
            run.Add(
                Payment, $"{place}.name", match.Index, match.Length,
                new("결제나 납부를 유도하는 버튼은 전자금융업 등록이 확인된 업체만 쓸 수 있습니다.", "Only registered payment businesses may have a button that urges to pay."),
                new("'주문 확인' 처럼 확인하는 이름으로 바꾸십시오.", "Name what is looked at, as in '주문 확인'."));
        }
    }

    private static void CheckForm(LintRun run, string place, Button button, int index)
    {
        if (string.IsNullOrWhiteSpace(button.Extras?.FormId))
        {
            run.Add(FormId, $"{place}.formId", new("비즈니스폼 번호가 없습니다.", "There is no form id."), new("비즈니스폼의 번호를 적으십시오.", "Write the form's number."));
        }

        if (!s_formNames.Contains(button.Name, StringComparer.Ordinal))
        {
            run.Add(
                FormName, $"{place}.name", new("비즈니스폼 버튼의 이름이 정해진 것이 아닙니다.", "A business form cannot have this name."),
                new("톡에서 예약하기, 톡에서 설문하기, 톡에서 응모하기 가운데 하나로 적으십시오.", "Write one of 톡에서 예약하기, 톡에서 설문하기, 톡에서 응모하기."));
        }

        if (index > 0)
        {
            run.Add(FormPlace, place, new("비즈니스폼 버튼이 첫 자리에 있지 않습니다.", "The business form does not stand first."), new("맨 앞으로 옮기십시오.", "Move it to the front."));
        }
    }

    private static void CheckPlugin(LintRun run, string place, Button button)
    {
        if (string.IsNullOrWhiteSpace(button.Extras?.PluginId) || button.Extras.PluginId.Length > AlimTalkLimits.PluginId)
        {
            run.Add(Plugin, $"{place}.pluginId", new("플러그인 ID가 없거나 24자를 넘습니다.", "The plugin's id is missing or longer than 24 characters."), new("등록된 플러그인 ID를 적으십시오.", "Write the registered id."));
        }

        if (button.Kind == ButtonKind.OneClickPay && string.IsNullOrWhiteSpace(button.Extras?.OneClickId) && string.IsNullOrWhiteSpace(button.Extras?.ProductId))
        {
            run.Add(OneClick, place, new("oneClickId도 productId도 없습니다.", "There is neither a oneClickId nor a productId."), new("둘 가운데 하나를 적으십시오.", "Write one of them."));
        }
    }

    private static void CheckCall(LintRun run, string place, Button button)
    {
        if (!s_callNames.Contains(button.Name, StringComparer.Ordinal))
        {
            run.Add(
                CallName, $"{place}.name", new("전화 버튼의 이름이 정해진 것이 아닙니다.", "A call button cannot have this name."),
                new("전화 연결, 고객센터 연결, 상담원 연결 가운데 하나로 적으십시오.", "Write one of 전화 연결, 고객센터 연결, 상담원 연결."));
        }

        var phone = button.Extras?.Phone ?? "";
        if (phone.Length is 0 or > AlimTalkLimits.Phone || !phone.All(c => char.IsAsciiDigit(c) || c == '-') || !phone.Any(char.IsAsciiDigit))
        {
            run.Add(CallNumber, $"{place}.phone", new("전화번호가 없거나 숫자와 하이픈 14자가 아닙니다.", "The telephone number is missing, or not digits and hyphens, at most 14."), new("'02-1234-5678' 처럼 적으십시오.", "Write it as '02-1234-5678'."));
        }
    }
}
