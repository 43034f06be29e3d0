using System.ComponentModel;
using Naru.Console.Handset;
using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Console.Testing;

/// <summary>What a phone shows, as a test reads it.</summary>
internal sealed record HandsetAnswer(IReadOnlyList<HandsetItem> Messages)
{
    public static HandsetAnswer Of(IReadOnlyList<HandsetMessage> messages) => new([.. messages.Select(HandsetItem.Of)]);
}

/// <param name="Id">Ask for what came later with <c>after</c>.</param>
/// <param name="Template">Null for SMS.</param>
/// <param name="Variables">Of the template, as the centre read them out of text, title and links.</param>
/// <param name="MessageId">The gateway's id, as the front door answered it.</param>
/// <param name="Pressed">Indexes of pressed buttons and quick replies, in order.</param>
internal sealed record HandsetItem(
    [property: Description("Grows with each arrival: ask for what came later with `after`.")] long Id,
    string To,
    [property: Description("`AlimTalk`, `Sms`, `TalkMessage` (of the Developers platform) …")] string Channel,
    string Sender,
    string ChannelName,
    [property: Description("Code of the template; absent for SMS.")] string? Template,
    string? Title,
    string? Subtitle,
    string Text,
    [property: Description("Of the template, as the centre read them out of text, title and links.")] IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<ButtonItem> Buttons,
    [property: Description("By the gateway's clock, in UTC.")] string At,
    [property: Description("The gateway's id, as the front door answered it.")] string MessageId,
    [property: Description("What was pressed, in order: indexes of the buttons, and behind them of the quick replies.")] IReadOnlyList<int> Pressed)
{
    [Description("Of a text: `SMS` or `LMS`.")]
    public string? Kind { get; init; }

    [Description("Of an item list.")]
    public string? Header { get; init; }

    public HighlightItem? Highlight { get; init; }

    [Description("Of an item list; absent where there is none.")]
    public IReadOnlyList<LineItem>? Items { get; init; }

    public LineItem? Summary { get; init; }

    public string? ImageUrl { get; init; }

    [Description("The template's further information (EX, MI).")]
    public string? Extra { get; init; }

    [Description("KakaoTalk's own invitation to add the channel (AD, MI).")]
    public string? Invitation { get; init; }

    [Description("Absent where there are none. Pressed as buttons are: the first has the index behind the last button's.")]
    public IReadOnlyList<ButtonItem>? QuickReplies { get; init; }

    public static HandsetItem Of(HandsetMessage message) => new(
        message.Id, message.To.Value, message.Talk is null ? message.Channel.ToString() : "TalkMessage", message.Sender, message.ChannelName, message.TemplateCode, message.Title,
        message.Subtitle, message.Text, message.Variables, [.. message.Buttons.Select(ButtonItem.Of)],
        message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        message.MessageReference, message.Pressed)
    {
        Kind = TextKind.Of(message),
            Header = message.Parts?.Header,
        Highlight = message.Parts?.Highlight is { } highlight ? new HighlightItem(highlight.Title, highlight.Description, highlight.ImageUrl) : null,
        Items = message.Parts is { Items: { Count: > 0 } items } ? [.. items.Select(LineItem.Of)] : null,
        Summary = message.Parts?.Summary is { } summary ? LineItem.Of(summary) : null,
        ImageUrl = message.ImageUrl,
        Extra = message.Extra,
        Invitation = message.Invites ? AlimTalkLimits.ChannelSentence : null,
        QuickReplies = message.QuickReplies.Count > 0 ? [.. message.QuickReplies.Select(ButtonItem.Of)] : null,
    };
}

internal sealed record HighlightItem(string Title, string Description, string? ImageUrl);

/// <summary>A line of an item list.</summary>
internal sealed record LineItem(string Title, string Description)
{
    public static LineItem Of(ListItem item) => new(item.Title, item.Description);
}

/// <summary>A button, in an answer or in an ordered template.</summary>
/// <param name="Type">KakaoTalk's two letters, such as <c>WL</c>.</param>
internal sealed record ButtonItem(
    [property: Description("KakaoTalk's two letters, such as `WL`.")] string Type,
    [property: Description("At most 14 characters in an ordered template.")] string Name,
    string? LinkMobile = null,
    string? LinkPc = null,
    string? SchemeAndroid = null,
    string? SchemeIos = null)
{
    public static ButtonItem Of(Button button) =>
        new(ButtonCodes.Of(button.Kind), button.Name, button.LinkMobile, button.LinkPc, button.SchemeAndroid, button.SchemeIos);
}
