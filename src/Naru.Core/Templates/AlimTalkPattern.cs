using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>A template with everything that a message is compared with parsed once. Immutable and thread-safe.</summary>
public sealed class AlimTalkPattern(Template template)
{
    public Template Template { get; } = template;

    public TemplatePattern Text { get; } = TemplatePattern.Parse(template.Details.Text);

    public TemplatePattern? Title { get; } = template.Details.Title is { } title ? TemplatePattern.Parse(title) : null;

    public IReadOnlyList<ButtonPattern> Buttons { get; } = [.. template.Details.Buttons.Select(button => new ButtonPattern(button))];

    public IReadOnlyList<ButtonPattern> QuickReplies { get; } = [.. template.Details.QuickReplies.Select(reply => new ButtonPattern(reply))];

    /// <summary>Null where the template is no item list.</summary>
    public ItemListPattern? ItemList { get; } = template.Details.Emphasis == Emphasis.ItemList ? new ItemListPattern(template.Details) : null;

    public LinkPattern? Link { get; } = template.Details.Link is { } link ? new LinkPattern(link) : null;

    /// <summary>The emphasised title, where messages made from it have one.</summary>
    public TemplatePattern? EmphasisedTitle => Template.Details.Emphasis == Emphasis.Text ? Title : null;
}
