using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

internal static class QuickReplyRules
{
    private static readonly LintRule TooMany = new("quick-replies-too-many", Severity.Error, new("바로연결은 10개까지입니다.", "There are ten quick replies at most."), "rules §1.2") { Predicts = ["3027"] };

    private static readonly LintRule Kind = new(
        "quick-reply-kind", Severity.Error, new("바로연결에 쓸 수 없는 종류가 있습니다.", "A quick reply is WL, AL, BK, MD, BC, BT or BF."), "rules §1.3") { Predicts = ["3027"] };

    private static readonly LintRule Forward = new(
        "quick-reply-forward", Severity.Hint, new("메시지 전달(MD)을 바로연결로 받지 않는 딜러가 있습니다.", "Some dealers take no MD as a quick reply."), "rules §1.3 (dealers differ)");

    public static readonly LintRule[] All = [TooMany, Kind, Forward];

    private static readonly ButtonKind[] s_kinds =
        [ButtonKind.WebLink, ButtonKind.AppLink, ButtonKind.BotKeyword, ButtonKind.MessageForward, ButtonKind.ChatSwitch, ButtonKind.BotSwitch, ButtonKind.BusinessForm];

    public static void Check(LintRun run)
    {
        var replies = run.Template.QuickReplies;
        if (replies.Count > run.Rules.MaxQuickReplies)
        {
            run.Add(
                TooMany, "quickReplies", new($"바로연결이 {replies.Count}개입니다. {run.Rules.MaxQuickReplies}개까지입니다.", $"There are {replies.Count} quick replies; {run.Rules.MaxQuickReplies} are allowed."),
                new("바로연결을 줄이십시오.", "Take some away."));
        }

        for (var i = 0; i < replies.Count; i++)
        {
            var kind = replies[i].Kind;
            if (!s_kinds.Contains(kind) || (kind == ButtonKind.MessageForward && !run.Rules.ForwardAsQuickReply))
            {
                run.Add(
                    Kind, $"quickReplies[{i}].kind", new($"{ButtonCodes.Of(kind)} 는 바로연결에 쓸 수 없습니다.", $"{ButtonCodes.Of(kind)} cannot be a quick reply."),
                    new("버튼으로 옮기십시오.", "Make it a button."));
            }
            else if (kind == ButtonKind.MessageForward)
            {
                run.Add(Forward, $"quickReplies[{i}].kind", new("NHN은 MD를 바로연결로 받지 않습니다.", "NHN takes no MD as a quick reply."), new("버튼으로 옮기는 편이 안전합니다.", "Better make it a button."));
            }
        }
    }
}
