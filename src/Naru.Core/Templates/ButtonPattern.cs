using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>A button or quick reply of a template: its kind and name stand fast (rules §1.3: no variables in names), its links may hold variables.</summary>
public sealed class ButtonPattern(Button button)
{
    private readonly LinkPattern _links = new(LinksOf(button));

    /// <summary>The names of its variables, in order.</summary>
    public IEnumerable<string> Names => _links.Names;

    /// <summary>
    /// Where a message's button is not this one, by the button's member; its variables go into <paramref name="variables"/>. Target, chat_extra, chat_event and what
    /// goes to a plugin belong to the request and are not compared. Form, telephone number and plugin are the template's: a request may leave them
    /// out, but not say others.
    /// </summary>
    public TextDifference? Difference(Button candidate, AlimTalkRules rules, IDictionary<string, string> variables)
    {
        if (candidate.Kind != button.Kind)
        {
            return TextDifference.Of("kind", ButtonCodes.Of(button.Kind), ButtonCodes.Of(candidate.Kind));
        }

        if (!string.Equals(candidate.Name, button.Name, StringComparison.Ordinal))
        {
            return TemplatePattern.Parse(button.Name).Difference("name", candidate.Name) ?? TextDifference.Of("name", button.Name, candidate.Name);
        }

        return Other("formId", button.Extras?.FormId, candidate.Extras?.FormId)
            ?? Other("phone", button.Extras?.Phone, candidate.Extras?.Phone)
            ?? Other("pluginId", button.Extras?.PluginId, candidate.Extras?.PluginId)
            ?? _links.Difference(LinksOf(candidate), rules, variables);
    }

    /// <summary>The button with its variables replaced; the names of those that have no value are added to <paramref name="missing"/>.</summary>
    public Button Fill(IReadOnlyDictionary<string, string> values, ref List<string>? missing)
    {
        if (!_links.HasVariables)
        {
            return button;
        }

        var links = _links.Fill(values, ref missing);
        return button with { LinkMobile = links.LinkMobile, LinkPc = links.LinkPc, SchemeAndroid = links.SchemeAndroid, SchemeIos = links.SchemeIos };
    }

    private static TextDifference? Other(string place, string? asApproved, string? asSent) =>
        asSent is null || string.Equals(asSent, asApproved, StringComparison.Ordinal) ? null : TextDifference.Of(place, asApproved, asSent);

    private static RepresentLink LinksOf(Button button) => new(button.LinkMobile, button.LinkPc, button.SchemeAndroid, button.SchemeIos);
}
