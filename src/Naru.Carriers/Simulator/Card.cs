using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>What a phone shows of one message, frozen when the centre took it.</summary>
internal sealed record Card
{
    public required Channel Channel { get; init; }

    public required string Sender { get; init; }

    public required string ChannelName { get; init; }

    public required string DisplayName { get; init; }

    public required string? TemplateCode { get; init; }

    public required Emphasis Emphasis { get; init; }

    public required string? Title { get; init; }

    public required string? Subtitle { get; init; }

    public required string? ImageUrl { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required IReadOnlyList<Button> Buttons { get; init; }

    /// <summary>Item list, quick replies and link, with the template's thumbnail; null where there is nothing of it.</summary>
    public AlimTalkParts? Parts { get; init; }

    /// <summary>The template's further information, under the text.</summary>
    public string? Extra { get; init; }

    /// <summary>Whether KakaoTalk's invitation to add the channel stands at the end.</summary>
    public bool Invites { get; init; }

    /// <summary>The gateway's public reference of the message.</summary>
    public required string Reference { get; init; }

    /// <summary>A message of the Developers platform, whole; null for what came through a sender.</summary>
    public TalkBubble? Talk { get; init; }

    /// <summary>It was written on this phone.</summary>
    public bool IsOwn { get; init; }

    public HandsetMessage Arrived(long id, WorkspaceId workspace, Recipient to, DateTimeOffset at, IReadOnlyList<int> pressed) => new(
        id, workspace, to, Channel, Sender, ChannelName, DisplayName, TemplateCode, Emphasis, Title, Subtitle, ImageUrl, Text, Variables, Buttons,
        at, Reference, pressed)
    {
        Talk = Talk,
        Parts = Parts,
        Extra = Extra,
        Invites = Invites,
        IsOwn = IsOwn,
    };
}
