using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>A template with everything that a message is compared with parsed once: text, title, buttons. Immutable and thread-safe.</summary>
public sealed class AlimTalkPattern(Template template)
{
    public Template Template { get; } = template;

    public TemplatePattern Text { get; } = TemplatePattern.Parse(template.Text);

    public TemplatePattern? Title { get; } = template.Title is null ? null : TemplatePattern.Parse(template.Title);

    public IReadOnlyList<ButtonPattern> Buttons { get; } = [.. template.ButtonList.Select(button => new ButtonPattern(button))];
}

/// <summary>A button of a template: its kind and name stand fast (rules §1.3: no variables in names), its links may hold variables.</summary>
public sealed class ButtonPattern(Button button)
{
    private readonly TemplatePattern[] _links = [.. LinksOf(button).Select(link => TemplatePattern.Parse(link ?? ""))];

    /// <summary>
    /// Whether a message's button is this one; its variables go into <paramref name="variables"/>. A link that is left out equals an
    /// empty one. Target, chat_extra and chat_event belong to the request and are not compared.
    /// </summary>
    public bool Matches(Button candidate, AlimTalkRules rules, IDictionary<string, string> variables)
    {
        if (candidate.Kind != button.Kind || !string.Equals(candidate.Name, button.Name, StringComparison.Ordinal))
        {
            return false;
        }

        var index = 0;
        foreach (var link in LinksOf(candidate))
        {
            if (link?.Length > rules.MaxLink || _links[index++].Match(link ?? "", rules.AllowEmptyValues) is not { } values)
            {
                return false;
            }

            foreach (var (name, value) in values)
            {
                variables.TryAdd(name, value);
            }
        }

        return true;
    }

    private static string?[] LinksOf(Button button) => [button.LinkMobile, button.LinkPc, button.SchemeAndroid, button.SchemeIos];
}
