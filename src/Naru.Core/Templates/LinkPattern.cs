using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>Four links that may hold variables: those of a button, or of the whole bubble. A link that is left out equals an empty one.</summary>
public sealed class LinkPattern
{
    private static readonly string[] s_members = ["linkMobile", "linkPc", "schemeAndroid", "schemeIos"];

    private readonly string?[] _written;
    private readonly TemplatePattern[] _links;

    public LinkPattern(RepresentLink links)
    {
        _written = [links.LinkMobile, links.LinkPc, links.SchemeAndroid, links.SchemeIos];
        _links = [.. _written.Select(link => TemplatePattern.Parse(link ?? ""))];
        HasVariables = _links.Any(link => link.Names.Count > 0);
    }

    public bool HasVariables { get; }

    /// <summary>The names of all four, in order.</summary>
    public IEnumerable<string> Names => _links.SelectMany(link => link.Names);

    /// <summary>The first link that is not the template's, by its name alone; the variables of the others go into <paramref name="variables"/>.</summary>
    public TextDifference? Difference(RepresentLink sent, AlimTalkRules rules, IDictionary<string, string> variables)
    {
        string?[] links = [sent.LinkMobile, sent.LinkPc, sent.SchemeAndroid, sent.SchemeIos];
        for (var i = 0; i < links.Length; i++)
        {
            var link = links[i] ?? "";
            if (link.Length > rules.MaxLink)
            {
                return new TextDifference(s_members[i], rules.MaxLink, "", link[rules.MaxLink..]);
            }

            if (!_links[i].TryRead(link, rules.AllowEmptyValues, variables))
            {
                return _links[i].Difference(s_members[i], link, rules.AllowEmptyValues);
            }
        }

        return null;
    }

    /// <summary>The links with their variables replaced; the names of those that have no value are added to <paramref name="missing"/>.</summary>
    public RepresentLink Fill(IReadOnlyDictionary<string, string> values, ref List<string>? missing) => new(
        Fill(0, values, ref missing), Fill(1, values, ref missing), Fill(2, values, ref missing), Fill(3, values, ref missing));

    private string? Fill(int link, IReadOnlyDictionary<string, string> values, ref List<string>? missing) =>
        _written[link] is null ? null : _links[link].Fill(values, ref missing);
}
