using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Carriers.Simulator;

/// <summary>
/// The Bizmessage centre's checks of an AlimTalk (<see cref="AlimTalkReview"/>), and the card that reaches the phone. It reads the registry and writes
/// nothing.
/// </summary>
internal sealed class Centre(WorkspaceDirectory registry, AlimTalkRules rules)
{
    public Verdict Check(Handover handover, AlimTalkContent content)
    {
        var review = AlimTalkReview.Of(registry, handover.Workspace, handover.Step.Sender, handover.To.IsPhone, content, rules);
        return review.Code is { } code
            ? Verdict.Refused(code)
            : new Verdict(null, CardOf(handover, review.Sender!, review.Template!, content, review.Variables!));
    }

    private static Card CardOf(
        Handover handover, Sender sender, Template template, AlimTalkContent content, IReadOnlyDictionary<string, string> variables) => new()
    {
        Channel = Channel.AlimTalk,
        Sender = sender.Key,
        ChannelName = sender.ChannelName,
        DisplayName = sender.DisplayName,
        TemplateCode = template.Code,
        Emphasis = template.Details.Emphasis,
        Title = content.Title,
        Subtitle = template.Details.Emphasis == Emphasis.Text ? template.Details.Subtitle : null,
        ImageUrl = template.Details.Emphasis is Emphasis.Image or Emphasis.ItemList ? template.Details.ImageUrl : null,
        Text = content.Text,
        Variables = variables,
        Buttons = content.Buttons,
        Parts = PartsOf(content.Parts, template.Details),
        Extra = template.Details.ExtraShown,
        Invites = template.Details.InvitesToChannel,
        Reference = handover.Reference,
    };

    /// <summary>As they were sent, and the thumbnail, which is the template's.</summary>
    private static AlimTalkParts? PartsOf(AlimTalkParts? sent, TemplateDetails template) => sent is { Highlight: { } highlight }
        ? sent with { Highlight = highlight with { ImageUrl = template.Highlight?.ImageUrl } }
        : sent;
}
