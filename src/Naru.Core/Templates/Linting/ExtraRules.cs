using System.Text.RegularExpressions;

namespace Naru.Core.Templates.Linting;

/// <summary>The extra information of message types EX and MI.</summary>
internal static class ExtraRules
{
    private static readonly LintRule Missing = new(
        "extra-missing", Severity.Error, new("부가 정보형과 복합형에는 부가 정보가 있어야 합니다.", "EX and MI have extra information."), "rules §1.2") { DealerCodes = ["-3018", "-3020"] };

    private static readonly LintRule Forbidden = new(
        "extra-forbidden", Severity.Error, new("기본형과 채널 추가형에는 부가 정보를 쓸 수 없습니다.", "BA and AD have no extra information."), "rules §1.2") { DealerCodes = ["-3021", "-3028"] };

    private static readonly LintRule Variable = new(
        "extra-variable", Severity.Error, new("부가 정보에는 변수를 쓸 수 없습니다.", "Extra information holds no variables."), "rules §1.2") { DealerCodes = ["-3030"] };

    private static readonly LintRule TooLong = new(
        "extra-too-long", Severity.Error, new("부가 정보는 채널 추가 안내와 합쳐 500자까지입니다.", "Extra information, with the channel's invitation, has at most 500 characters."), "rules §1.2, KakaoTalk's production guide 1-2");

    private static readonly LintRule EventNotice = new(
        "extra-event-notice", Severity.Warning,
        new("부가 정보에서 이벤트를 알릴 때에는 버튼이 이벤트 페이지로 간다고 밝혀야 합니다.", "Extra information about an event says that the button leads to its page."), "KakaoTalk's production guide 1-2 (2)");

    public static readonly LintRule[] All = [Missing, Forbidden, Variable, TooLong, EventNotice];

    private static readonly Regex s_event = Phrases.Regex(@"이벤트|프로모션|할인|특가|기획전");

    private static readonly Regex s_notice = Phrases.Regex(@"버튼[^\n]{0,20}(이벤트|광고)[^\n]{0,10}페이지[^\n]{0,6}이동");

    public static void Check(LintRun run)
    {
        var template = run.Template;
        var wanted = template.Kind is TemplateKind.Extra or TemplateKind.Mixed;
        if (string.IsNullOrWhiteSpace(template.Extra))
        {
            if (wanted)
            {
                run.Add(Missing, "extra", new("부가 정보가 비어 있습니다.", "There is no extra information."), new("부가 정보를 적거나 메시지 유형을 바꾸십시오.", "Write it, or choose another message type."));
            }

            return;
        }

        if (!wanted)
        {
            run.Add(Forbidden, "extra", new("이 메시지 유형에는 부가 정보를 쓸 수 없습니다.", "This message type has no extra information."), new("메시지 유형을 EX로 바꾸거나 지우십시오.", "Choose EX, or take it away."));
        }

        run.AddVariable(Variable, "extra", template.Extra, "부가 정보", "Extra information");
        run.AddTooLong(
            TooLong, "extra", template.Extra, AlimTalkLimits.Extra - (template.Kind == TemplateKind.Mixed ? AlimTalkLimits.ChannelSentence.Length : 0), "부가 정보", "Extra information");
        if (s_event.Match(template.Extra) is { Success: true } match && !s_notice.IsMatch(template.Extra))
        {
            run.Add(
                EventNotice, "extra", match.Index, match.Length,
                new("이벤트를 알리면서 버튼이 어디로 가는지 밝히지 않았습니다.", "It speaks of an event and does not say where the button leads."),
                new("'아래 버튼을 누르시면 이벤트 페이지로 이동합니다.'를 넣으십시오.", "Add '아래 버튼을 누르시면 이벤트 페이지로 이동합니다.'."));
        }
    }
}
