using Naru.Core.Templates;

namespace Naru.Engine.Registry;

/// <summary>A template with its patterns parsed once.</summary>
public sealed class CompiledTemplate(Template template)
{
    public Template Template { get; } = template;

    public TemplatePattern Text { get; } = TemplatePattern.Parse(template.Text);

    public TemplatePattern? Title { get; } = template.Title is null ? null : TemplatePattern.Parse(template.Title);
}
