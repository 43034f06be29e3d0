using System.ComponentModel;
using Naru.Core.Content;
using Naru.Console.Handset;
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
/// <param name="Pressed">Indexes of pressed buttons, in order.</param>
internal sealed record HandsetItem(
    [property: Description("Grows with each arrival: ask for what came later with `after`.")] long Id,
    string To,
    [property: Description("`AlimTalk`, `Sms` …")] string Channel,
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
    [property: Description("Indexes of pressed buttons, in order.")] IReadOnlyList<int> Pressed,
    [property: Description("Of a text: `SMS` or `LMS`.")] string? Kind = null)
{
    public static HandsetItem Of(HandsetMessage message) => new(
        message.Id, message.To.Value, message.Channel.ToString(), message.Sender, message.ChannelName, message.TemplateCode, message.Title,
        message.Subtitle, message.Text, message.Variables, [.. message.Buttons.Select(ButtonItem.Of)],
        message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        message.MessageReference, message.Pressed, TextKind.Of(message));
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
        new(ButtonCode.Of(button.Kind), button.Name, button.LinkMobile, button.LinkPc, button.SchemeAndroid, button.SchemeIos);
}
