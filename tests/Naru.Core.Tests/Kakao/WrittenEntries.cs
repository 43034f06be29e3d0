using System.Globalization;
using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;

namespace Naru.Core.Tests.Kakao;

/// <summary>What somebody may write into the builder's form, by chance: within the limits, at them, and one step beyond.</summary>
internal sealed class WrittenEntries(Random random)
{
    private static readonly string[] s_characters = ["가", "힣", "a", "Z", "0", " ", "👍", "\"", "\n", "<", "&", "$", "{"];

    public TemplateEntry Next(TalkShape shape)
    {
        var values = new Dictionary<string, string>();
        foreach (var group in TemplateGroups.Of(shape).Where(group => group.Needed || random.Next(2) == 0))
        {
            var shown = random.Next(3);
            foreach (var (field, at) in group.Fields.Select((field, at) => (field, at)))
            {
                var isShown = group.Kind == GroupKind.Content && at == shown;
                if (isShown || field.Needed || random.Next(2) == 0)
                {
                    values[group.PathOf(field)] = Value(field);
                }
            }

            if (values.ContainsKey("commerce.discount_rate"))
            {
                values.Remove("commerce.fixed_discount_price");
            }
        }

        return new TemplateEntry(shape, values);
    }

    /// <summary>One field wrong, and which it is; null where this entry has none that could be.</summary>
    public (TemplateEntry Entry, string Path)? Spoil(TemplateEntry entry)
    {
        var ways = new List<(string Path, string Value)>();
        foreach (var group in TemplateGroups.Of(entry.Shape).Where(group => group.Needed || entry.IsWritten(group)))
        {
            foreach (var field in group.Fields)
            {
                var path = group.PathOf(field);

                // A group of which the last text goes is left out, and nothing is wrong.
                if (field.Needed && (group.Needed || group.Fields.Any(other => other != field && entry[group.PathOf(other)].Length > 0)))
                {
                    ways.Add((path, ""));
                }

                switch (field.Kind)
                {
                    case FieldKind.Number:
                        ways.AddRange([(path, "-1"), (path, "1.5"), (path, "many"), (path, "1,000"), .. field.Least > 0 ? new[] { (path, Text(field.Least - 1)) } : [], .. field.Most < int.MaxValue ? new[] { (path, Text(field.Most + 1)) } : []]);
                        break;
                    case FieldKind.Choice:
                        ways.Add((path, "other"));
                        break;
                    default:
                        if (field.MostCharacters > 0)
                        {
                            ways.Add((path, string.Concat(Enumerable.Repeat("힣", field.MostCharacters + 1))));
                        }

                        break;
                }
            }
        }

        ways.RemoveAll(way => way.Path.StartsWith("commerce.", StringComparison.Ordinal) && way.Path.Contains("discount_rate", StringComparison.Ordinal) && entry["commerce.fixed_discount_price"].Length > 0);
        ways.RemoveAll(way => way.Path == "commerce.fixed_discount_price" && entry["commerce.discount_rate"].Length > 0);
        if (entry.Values.ContainsKey("commerce.discount_rate"))
        {
            ways.Add(("commerce.fixed_discount_price", "100"));
        }

        if (ways.Count == 0)
        {
            return null;
        }

        var (wrong, value) = ways[random.Next(ways.Count)];
        return (entry with { Values = new Dictionary<string, string>(entry.Values) { [wrong] = value } }, wrong);
    }

    public (TemplateEntry Entry, Dictionary<string, string> Arguments) WithPlaceholders(TalkShape shape)
    {
        var (entry, arguments) = (Next(shape), new Dictionary<string, string>());
        var values = new Dictionary<string, string>(entry.Values);
        foreach (var group in TemplateGroups.Of(shape))
        {
            foreach (var field in group.Fields.Where(field => field.Kind != FieldKind.Choice && values.ContainsKey(group.PathOf(field)) && random.Next(2) == 0))
            {
                var key = $"A_KEY_LONGER_THAN_MANY_A_LIMIT_{arguments.Count}";
                var path = group.PathOf(field);
                arguments[key] = field.Kind == FieldKind.Number ? Value(field) : "";
                values[path] = field.Kind == FieldKind.Number ? $"${{{key}}}" : values[path] + $"${{{key}}}";
            }
        }

        return (entry with { Values = values }, arguments);
    }

    private string Value(TemplateField field) => field.Kind switch
    {
        FieldKind.Number => Text(Between(field.Least, field.Most)),
        FieldKind.Choice => field.Choices[random.Next(field.Choices.Count)],
        _ => string.Concat(Enumerable.Range(0, Between(1, field.MostCharacters == 0 ? 40 : field.MostCharacters)).Select(_ => s_characters[random.Next(s_characters.Length)])),
    };

    private int Between(int least, int most) => random.Next(6) switch
    {
        0 => least,
        1 => most,
        _ => random.Next(least, most),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
