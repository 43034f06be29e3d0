using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Console.Parts;

/// <summary>What stands in a bubble, wherever it is drawn.</summary>
public sealed record Bubble(
    Emphasis Emphasis, string? ImageUrl, string? Title, string? Subtitle, string Text, IReadOnlyList<Button> Buttons)
{
    public static Bubble Of(HandsetMessage message) =>
        new(message.Emphasis, message.ImageUrl, message.Title, message.Subtitle, message.Text, message.Buttons);

    public static Bubble Of(TemplateDetails template) =>
        new(template.Emphasis, template.ImageUrl, template.Title, template.Subtitle, template.Text, template.Buttons);

    /// <param name="template">What the request does not carry: image and subtitle.</param>
    public static Bubble Of(AlimTalkContent content, Template? template) => new(
        template?.Details.Emphasis ?? (content.Title is null ? Emphasis.None : Emphasis.Text),
        template?.Details.ImageUrl,
        content.Title,
        template?.Details.Subtitle,
        content.Text,
        content.Buttons);

    public bool HasImage => Emphasis == Emphasis.Image && ImageUrl is not null && (LinkedText.IsWeb(ImageUrl) || ImageUrl.StartsWith('/'));
}
