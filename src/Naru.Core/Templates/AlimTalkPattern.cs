using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>A template with everything that a message is compared with parsed once: text, title, buttons. Immutable and thread-safe.</summary>
public sealed class AlimTalkPattern(Template template)
{
    public Template Template { get; } = template;

    public TemplatePattern Text { get; } = TemplatePattern.Parse(template.Details.Text);

    public TemplatePattern? Title { get; } = template.Details.Title is { } title ? TemplatePattern.Parse(title) : null;

    public IReadOnlyList<ButtonPattern> Buttons { get; } = [.. template.Details.Buttons.Select(button => new ButtonPattern(button))];

    /// <summary>The emphasised title, where messages made from it have one.</summary>
    public TemplatePattern? EmphasisedTitle => Template.Details.Emphasis == Emphasis.Text ? Title : null;
}

/// <summary>A button of a template: its kind and name stand fast (rules §1.3: no variables in names), its links may hold variables.</summary>
public sealed class ButtonPattern
{
    private readonly Button _button;
    private readonly TemplatePattern[] _links;
    private readonly bool _hasVariables;

    public ButtonPattern(Button button)
    {
        _button = button;
        _links = [.. LinksOf(button).Select(link => TemplatePattern.Parse(link ?? ""))];
        _hasVariables = _links.Any(link => link.Names.Count > 0);
    }

    /// <summary>
    /// Whether a message's button is this one; its variables go into <paramref name="variables"/>. A link that is left out equals an
    /// empty one. Target, chat_extra and chat_event belong to the request and are not compared.
    /// </summary>
    public bool Matches(Button candidate, AlimTalkRules rules, IDictionary<string, string> variables)
    {
        if (candidate.Kind != _button.Kind || !string.Equals(candidate.Name, _button.Name, StringComparison.Ordinal))
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

    /// <summary>The button with its variables replaced; the names of those that have no value are added to <paramref name="missing"/>.</summary>
    public Button Fill(IReadOnlyDictionary<string, string> values, ref List<string>? missing) => _hasVariables
        ? _button with
        {
            LinkMobile = Fill(0, _button.LinkMobile, values, ref missing),
            LinkPc = Fill(1, _button.LinkPc, values, ref missing),
            SchemeAndroid = Fill(2, _button.SchemeAndroid, values, ref missing),
            SchemeIos = Fill(3, _button.SchemeIos, values, ref missing),
        }
        : _button;

    private string? Fill(int link, string? asApproved, IReadOnlyDictionary<string, string> values, ref List<string>? missing) =>
        asApproved is null ? null : _links[link].Fill(values, ref missing);

    private static string?[] LinksOf(Button button) => [button.LinkMobile, button.LinkPc, button.SchemeAndroid, button.SchemeIos];
}
