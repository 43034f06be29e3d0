using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Carriers.Simulator;

/// <summary>
/// The Bizmessage centre's checks of an AlimTalk, in its order: sender, recipient, template, then everything that is compared with the
/// template (<see cref="AlimTalkCheck"/>). It reads the registry and writes nothing.
/// </summary>
internal sealed class Centre(WorkspaceDirectory registry, AlimTalkRules rules)
{
    public Verdict Check(Handover handover, AlimTalkContent content)
    {
        var sender = registry.FindSender(handover.Step.Sender);
        if (sender is null || sender.Workspace != handover.Workspace)
        {
            return Verdict.Refused("1003");
        }

        if (SenderFault(sender.State) is { } fault)
        {
            return Verdict.Refused(fault);
        }

        if (!handover.To.IsPhone)
        {
            return Verdict.Refused("1020");
        }

        // Stopped, dormant and blocked templates are as good as none for AlimTalk; 4133 and its kin belong to Brand Messages.
        if (FindTemplate(handover.Workspace, sender, content) is not { Template.State: TemplateState.Approved } template)
        {
            return Verdict.Refused("3015");
        }

        var check = AlimTalkCheck.Compare(template.AlimTalk, content, rules);
        return check.Code is { } code ? Verdict.Refused(code) : new Verdict(null, CardOf(handover, sender, template.Template, content, check.Variables));
    }

    /// <summary>A profile that was never, or is not yet, registered has no key that the centre would know.</summary>
    private static string? SenderFault(SenderState state) => state switch
    {
        SenderState.Active => null,
        SenderState.Stopped => "1007",
        SenderState.Deleted => "1006",
        _ => "1003",
    };

    /// <summary>The profile's own template wins over its group's (rules §1.1). A group of another workspace is no group.</summary>
    private CompiledTemplate? FindTemplate(WorkspaceId workspace, Sender sender, AlimTalkContent content) =>
        registry.FindTemplate(sender.Key, content.TemplateCode)
        ?? (content.GroupKey is { } group && registry.FindSender(group)?.Workspace == workspace
            ? registry.FindTemplate(group, content.TemplateCode)
            : null);

    private static Card CardOf(
        Handover handover, Sender sender, Template template, AlimTalkContent content, IReadOnlyDictionary<string, string> variables) => new()
    {
        Channel = Channel.AlimTalk,
        Sender = sender.Key,
        ChannelName = sender.ChannelName,
        DisplayName = sender.DisplayName,
        TemplateCode = template.Code,
        Emphasis = template.Emphasis,
        Title = content.Title,
        Subtitle = template.Emphasis == Emphasis.Text ? template.Subtitle : null,
        ImageUrl = template.Emphasis == Emphasis.Image ? template.ImageUrl : null,
        Text = content.Text,
        Variables = variables,
        Buttons = content.Buttons,
        Reference = handover.Reference,
    };
}
