using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Queries;

/// <summary>
/// Reads query parameters and writes down those that cannot be read. Unknown ones are ignored; an empty one is the same as absent.
/// </summary>
internal sealed class InfobipQuery(IQueryCollection query, ShapeFaults faults)
{
    /// <summary>"Maximum length 2048 characters", for lists; held for everything.</summary>
    public const int MaxLength = 2048;

    /// <summary>How many entries a page has where nothing else is asked for.</summary>
    public const int Page = 50;

    public const int MaxPage = 1000;

    public string? Text(string name)
    {
        if (!query.TryGetValue(name, out var values) || StringValues.IsNullOrEmpty(values))
        {
            return null;
        }

        if (values.Count > 1)
        {
            faults.Add(name, "must be given once");
            return null;
        }

        return Checked(name, values.ToString());
    }

    /// <summary>A list, repeated (<c>a=1&amp;a=2</c>, as the C# SDK sends it) or joined by commas. Null when absent.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        if (!query.TryGetValue(name, out var values) || StringValues.IsNullOrEmpty(values))
        {
            return null;
        }

        return Checked(name, string.Join(',', values.ToArray())) is { } joined
            ? [.. joined.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
            : null;
    }

    public int Int32(string name, int min, int max, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        faults.Add(name, $"must be an integer between {min} and {max}");
        return otherwise;
    }

    public DateTimeOffset? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (InfobipDate.TryParse(text, out var at))
        {
            return at;
        }

        faults.Add(name, InfobipDate.Rule);
        return null;
    }

    public bool Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return false;
        }

        if (bool.TryParse(text, out var on))
        {
            return on;
        }

        faults.Add(name, StrictJson.NotABoolean);
        return false;
    }

    public string? Word(string name, IReadOnlyList<string> words)
    {
        var text = Text(name);
        if (text is null || words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        faults.Add(name, $"must be one of [{string.Join(", ", words)}]");
        return null;
    }

    private string? Checked(string name, string text)
    {
        if (text.Length > MaxLength)
        {
            faults.Add(name, $"size must be between 0 and {MaxLength}");
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(name, StrictJson.HoldsNul);
            return null;
        }

        return text;
    }
}
