using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>What an item list is compared with: header, highlight, items, summary. Titles of items and summary hold no variables (rules §1.2).</summary>
public sealed class ItemListPattern(TemplateDetails template)
{
    public TemplatePattern? Header { get; } = template.Header is { } header ? TemplatePattern.Parse(header) : null;

    public TemplatePattern? HighlightTitle { get; } = template.Highlight is { } highlight ? TemplatePattern.Parse(highlight.Title) : null;

    public TemplatePattern? HighlightDescription { get; } = template.Highlight is { } highlight ? TemplatePattern.Parse(highlight.Description) : null;

    /// <summary>Less fits beside a picture.</summary>
    public bool HasThumbnail { get; } = template.Highlight?.ImageUrl is not null;

    public IReadOnlyList<ItemPattern> Items { get; } = [.. template.Items.Select(item => new ItemPattern(item))];

    public ItemPattern? Summary { get; } = template.Summary is { } summary ? new ItemPattern(summary) : null;
}

public sealed class ItemPattern(ListItem item)
{
    public string Title { get; } = item.Title;

    public TemplatePattern Description { get; } = TemplatePattern.Parse(item.Description);

    /// <summary>Where a message's item is not this one, by the item's member; its variables go into <paramref name="variables"/>.</summary>
    public TextDifference? Difference(ListItem sent, AlimTalkRules rules, IDictionary<string, string> variables)
    {
        if (!string.Equals(sent.Title, Title, StringComparison.Ordinal))
        {
            return TextDifference.Of("title", Title, sent.Title);
        }

        return Description.TryRead(sent.Description, rules.AllowEmptyValues, variables)
            ? null
            : Description.Difference("description", sent.Description, rules.AllowEmptyValues);
    }

    public ListItem Fill(IReadOnlyDictionary<string, string> values, ref List<string>? missing) => new(Title, Description.Fill(values, ref missing));
}
