using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Console.Parts;

/// <summary>What stands in a bubble, wherever it is drawn.</summary>
public sealed record Bubble(
    Emphasis Emphasis, string? ImageUrl, string? Title, string? Subtitle, string Text, IReadOnlyList<Button> Buttons)
{
    /// <summary>KakaoTalk's own sentence under a message that invites to add the channel; nobody can word it otherwise (rules §1.2).</summary>
    public const string Invitation = AlimTalkLimits.ChannelSentence;

    public string? Header { get; init; }

    public Highlight? Highlight { get; init; }

    public IReadOnlyList<ListItem> Items { get; init; } = [];

    public ListItem? Summary { get; init; }

    public string? Extra { get; init; }

    /// <summary>Whether <see cref="Invitation"/> stands at its end.</summary>
    public bool Invites { get; init; }

    public IReadOnlyList<Button> QuickReplies { get; init; } = [];

    /// <summary>Whether <c>#{name}</c> is a variable to be filled, and drawn as one.</summary>
    public bool HasVariables { get; init; }

    /// <summary>Where a tap on the bubble leads.</summary>
    public RepresentLink? Link { get; init; }

    public bool HasImage => Emphasis is Emphasis.Image or Emphasis.ItemList && IsPicture(ImageUrl);

    public bool HasList => Header is not null || Highlight is not null || Items.Count > 0 || Summary is not null;

    public static Bubble Of(HandsetMessage message) =>
        With(message.Parts, new Bubble(message.Emphasis, message.ImageUrl, message.Title, message.Subtitle, message.Text, message.Buttons)
        {
            Extra = message.Extra,
            Invites = message.Invites,
        });

    public static Bubble Of(TemplateDetails template) => Fixed(template, template.Title, template.Text, template.Buttons) with
    {
        Header = template.Header,
        Highlight = template.Highlight,
        Items = template.Items,
        Summary = template.Summary,
        QuickReplies = template.QuickReplies,
        Link = template.Link,
        HasVariables = true,
    };

    /// <param name="template">What the request does not carry: image, subtitle, further information.</param>
    public static Bubble Of(AlimTalkContent content, Template? template)
    {
        var bubble = template is null
            ? new Bubble(content.Title is null ? Emphasis.None : Emphasis.Text, null, content.Title, null, content.Text, content.Buttons)
            : Fixed(template.Details, content.Title, content.Text, content.Buttons);
        return With(
            content.Parts is { Highlight: { } highlight } parts ? parts with { Highlight = highlight with { ImageUrl = template?.Details.Highlight?.ImageUrl } } : content.Parts,
            bubble);
    }

    /// <summary>Whether the address may be drawn as a picture.</summary>
    public static bool IsPicture(string? address) => address is not null && (LinkedText.IsWeb(address) || address.StartsWith('/'));

    private static Bubble With(AlimTalkParts? parts, Bubble bubble) => parts is null ? bubble : bubble with
    {
        Header = parts.Header,
        Highlight = parts.Highlight,
        Items = parts.Items,
        Summary = parts.Summary,
        QuickReplies = parts.QuickReplies,
        Link = parts.Link,
    };

    private static Bubble Fixed(TemplateDetails template, string? title, string text, IReadOnlyList<Button> buttons) =>
        new(template.Emphasis, template.ImageUrl, title, template.Subtitle, text, buttons)
        {
            Extra = template.ExtraShown,
            Invites = template.InvitesToChannel,
        };
}
