using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>
/// What the Bizmessage centre says to an AlimTalk, in its order: sender, recipient, template, then everything that is compared with the template
/// (<see cref="AlimTalkCheck"/>). The simulator and the dry runs of the front doors ask the same.
/// </summary>
/// <param name="Code">Of the first fault; null where there is none.</param>
/// <param name="Sender">Set where <paramref name="Code"/> is null, as are the others.</param>
public sealed record AlimTalkReview(string? Code, Sender? Sender, Template? Template, IReadOnlyDictionary<string, string>? Variables)
{
    /// <summary>Where the message leaves its template; null where it does not, or never got so far.</summary>
    public TextDifference? Difference { get; init; }

    public static AlimTalkReview Of(WorkspaceDirectory directory, WorkspaceId workspace, string senderKey, bool toPhone, AlimTalkContent content, AlimTalkRules rules)
    {
        var sender = directory.FindSender(senderKey);
        if (sender is null || sender.Workspace != workspace)
        {
            return Refused("1003");
        }

        if (SenderFault(sender.State) is { } fault)
        {
            return Refused(fault);
        }

        if (!toPhone)
        {
            return Refused("1020");
        }

        // Stopped, dormant and blocked templates are as good as none for AlimTalk; 4133 and its kin belong to Brand Messages.
        if (FindTemplate(directory, workspace, sender, content) is not { Template.State: TemplateState.Approved } template)
        {
            return Refused("3015");
        }

        var check = AlimTalkCheck.Compare(template.AlimTalk, content, rules);
        return check.Code is { } code ? Refused(code) with { Difference = check.Difference } : new AlimTalkReview(null, sender, template.Template, check.Variables);
    }

    private static AlimTalkReview Refused(string code) => new(code, null, null, null);

    /// <summary>A profile that was never, or is not yet, registered has no key that the centre would know.</summary>
    private static string? SenderFault(SenderState state) => state switch
    {
        SenderState.Active => null,
        SenderState.Stopped => "1007",
        SenderState.Deleted => "1006",
        _ => "1003",
    };

    /// <summary>The profile's own template wins over its group's (rules §1.1). A group of another workspace is no group.</summary>
    private static CompiledTemplate? FindTemplate(WorkspaceDirectory directory, WorkspaceId workspace, Sender sender, AlimTalkContent content) =>
        directory.FindTemplate(sender.Key, content.TemplateCode)
        ?? (content.GroupKey is { } group && directory.FindSender(group)?.Workspace == workspace
            ? directory.FindTemplate(group, content.TemplateCode)
            : null);
}
