using Naru.Core.Templates;

namespace Naru.Engine.Registry;

/// <summary>A template with its patterns parsed once.</summary>
public sealed class CompiledTemplate(Template template)
{
    public Template Template { get; } = template;

    /// <summary>All that a message made from it is compared with.</summary>
    public AlimTalkPattern AlimTalk { get; } = new(template);

    public TemplatePattern Text => AlimTalk.Text;

    public TemplatePattern? Title => AlimTalk.Title;
}
