using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Requests;

/// <summary>
/// Reads query parameters and writes down those that cannot be read. Unknown ones are ignored; an empty one is the same as absent.
/// </summary>
internal sealed class SinchQuery(IQueryCollection query, ShapeFaults faults)
{
    private const int MaxLength = 2048;

    public ShapeFaults Faults { get; } = faults;

    public string? Text(string name)
    {
        if (!query.TryGetValue(name, out var values) || StringValues.IsNullOrEmpty(values))
        {
            return null;
        }

        if (values.Count > 1)
        {
            Faults.Add(name, "must be given once");
            return null;
        }

        return Checked(name, values.ToString());
    }

    /// <summary>
    /// An address on a channel. Node's SDK sends a plus as it is, which a form reads as a blank: the blank in front is taken for it (contracts/sinch.md
    /// §2, "Query encoding").
    /// </summary>
    public string? Identity(string name) => Text(name) is { } text && text.StartsWith(' ') ? "+" + text[1..] : Text(name);

    /// <summary>How many of a list: the default where nothing (or 0) is said, the greatest where more is asked for (contracts/sinch.md §3.1).</summary>
    public int PageSize(int otherwise, int max)
    {
        if (Text("page_size") is not { } text)
        {
            return otherwise;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) || size < 0)
        {
            Faults.Add("page_size", "must be an integer that is not negative");
            return otherwise;
        }

        return size == 0 ? otherwise : Math.Min(size, max);
    }

    /// <summary>After which item the page begins; null for the first page.</summary>
    /// <param name="list">The list that the token must have come from.</param>
    public string? PageAfter(string list)
    {
        if (Text(PageToken.Parameter) is not { } token)
        {
            return null;
        }

        if (PageToken.TryRead(list, token, out var after))
        {
            return after;
        }

        Faults.Add(PageToken.Parameter, PageToken.Rule);
        return null;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (SinchTime.TryParse(text, out var at))
        {
            return at;
        }

        Faults.Add(name, SinchTime.Rule);
        return null;
    }

    public bool? Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var on))
        {
            return on;
        }

        Faults.Add(name, StrictJson.NotABoolean);
        return null;
    }

    /// <summary>One word of a closed list.</summary>
    public T? Choice<T>(string name, JsonChoice<T> choice)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (choice.TryFind(text, out var value))
        {
            return value;
        }

        Faults.Add(name, choice.Rule);
        return null;
    }

    private string? Checked(string name, string text)
    {
        if (text.Length > MaxLength)
        {
            Faults.Add(name, $"size must be between 0 and {MaxLength}");
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            Faults.Add(name, StrictJson.HoldsNul);
            return null;
        }

        return text;
    }
}
