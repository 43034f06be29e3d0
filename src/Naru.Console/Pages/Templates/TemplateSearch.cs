using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>Which templates of a sender are listed.</summary>
/// <param name="Text">A part of code, name or wording.</param>
/// <param name="Skip">How many come before the page.</param>
public sealed record TemplateSearch(string Text, TemplateState? State, int Skip)
{
    public bool IsNarrowed => Text.Length > 0 || State is not null;

    public static TemplateSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(),
        Enum.TryParse<TemplateState>(query["state"], out var state) && Enum.IsDefined(state) ? state : null,
        int.TryParse(query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0);

    /// <summary>What is done to a template counts by its changes too: one whose changes are in review is in review.</summary>
    public bool Matches(Template template) =>
        (State is not { } state || template.State == state || template.Changes?.State == state)
        && (Text.Length == 0
            || template.Code.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || template.Latest.Name.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || template.Latest.Text.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || template.Details.Text.Contains(Text, StringComparison.OrdinalIgnoreCase));

    public string Query(int skip)
    {
        var query = new QueryBuilder();
        if (Text.Length > 0)
        {
            query.Add("q", Text);
        }

        if (State is { } state)
        {
            query.Add("state", state.ToString());
        }

        if (skip > 0)
        {
            query.Add("skip", skip.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }
}
