using System.Text.RegularExpressions;
using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>Message types AD and MI: the sentence that invites to add the channel is KakaoTalk's own, the button for it has to be there.</summary>
internal static class ChannelRules
{
    public const string ButtonName = "채널 추가";

    private static readonly LintRule Missing = new(
        "channel-button-missing", Severity.Error, new("채널 추가형과 복합형에는 채널 추가 버튼이 있어야 합니다.", "AD and MI have the button that adds the channel (AC)."), "rules §1.3") { DealerCodes = ["-3050"] };

    private static readonly LintRule Kind = new(
        "channel-button-kind", Severity.Error, new("채널 추가 버튼은 채널 추가형과 복합형에만 쓸 수 있습니다.", "Only AD and MI have the button that adds the channel (AC)."), "rules §1.3") { DealerCodes = ["-3024"] };

    private static readonly LintRule Name = new(
        "channel-button-name", Severity.Error, new("채널 추가 버튼의 이름은 '채널 추가'입니다.", "The button that adds the channel is called '채널 추가'."), "rules §1.3") { Predicts = ["3027"], DealerCodes = ["-3025"] };

    private static readonly LintRule Place = new(
        "channel-button-place", Severity.Error, new("채널 추가 버튼은 하나이고 첫 자리에 둡니다.", "There is one button that adds the channel, and it stands first."), "rules §1.3") { DealerCodes = ["-3026"] };

    private static readonly LintRule Invitation = new(
        "channel-invitation-in-text", Severity.Warning,
        new("채널 추가 안내는 본문이 아니라 채널 추가형으로 합니다.", "The invitation to add the channel comes with AD or MI, not in the text."), "KakaoTalk's production guide 1-3");

    public static readonly LintRule[] All = [Missing, Kind, Name, Place, Invitation];

    private static readonly Regex s_invitation = Phrases.Regex(@"(카카오톡\s*)?채널(을|도)?\s*추가\s*(하고|하시면|하세요|해\s*주세요|하여|해\s*보세요)|(친구|플친)\s*추가\s*(하고|하시면|하세요|해\s*주세요|해\s*보세요)");

    public static void Check(LintRun run)
    {
        var template = run.Template;
        var invites = template.Kind is TemplateKind.AddChannel or TemplateKind.Mixed;
        var buttons = template.Buttons.Select((button, i) => (Button: button, Index: i)).Where(pair => pair.Button.Kind == ButtonKind.AddChannel).ToList();
        if (invites && buttons.Count == 0)
        {
            run.Add(Missing, "buttons", new("채널 추가 버튼이 없습니다.", "There is no button that adds the channel."), new("첫 자리에 '채널 추가' 버튼(AC)을 두십시오.", "Put '채널 추가' (AC) first."));
        }

        foreach (var (button, i) in buttons)
        {
            CheckButton(run, invites, button, i, isSecond: i != buttons[0].Index);
        }

        if (!invites && s_invitation.Match(run.Text.Masked) is { Success: true } match)
        {
            run.Add(
                Invitation, "text", match.Index, match.Length, new("본문에서 채널 추가를 권하고 있습니다.", "The text invites to add the channel."),
                new("메시지 유형을 AD로 바꾸고 본문에서는 빼십시오.", "Choose the message type AD, and leave it out of the text."));
        }
    }

    private static void CheckButton(LintRun run, bool invites, Button button, int index, bool isSecond)
    {
        var place = $"buttons[{index}]";
        if (!invites)
        {
            run.Add(Kind, $"{place}.kind", new("이 메시지 유형에는 채널 추가 버튼을 쓸 수 없습니다.", "This message type has no button that adds the channel."), new("메시지 유형을 AD로 바꾸십시오.", "Choose the message type AD."));
        }

        if (!string.Equals(button.Name, ButtonName, StringComparison.Ordinal))
        {
            run.Add(Name, $"{place}.name", new("채널 추가 버튼의 이름이 '채널 추가'가 아닙니다.", "The button that adds the channel is not called '채널 추가'."), new("'채널 추가'로 적으십시오.", "Call it '채널 추가'."));
        }

        if (index > 0 || isSecond)
        {
            run.Add(Place, place, new("채널 추가 버튼이 첫 자리에 있지 않거나 둘 이상입니다.", "The button that adds the channel does not stand first, or there are two."), new("하나만 맨 앞에 두십시오.", "Leave one, at the front."));
        }
    }
}
