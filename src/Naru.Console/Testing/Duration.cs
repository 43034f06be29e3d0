using System.Globalization;
using System.Xml;
using Naru.Console.Api;

namespace Naru.Console.Testing;

/// <summary>Lengths of time as people and programs write them: <c>500ms</c>, <c>5s</c>, <c>2m</c>, <c>1h</c>, or ISO 8601 such as <c>PT5S</c>.</summary>
internal static class Duration
{
    private static readonly (string Suffix, TimeSpan Unit)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <exception cref="ApiProblemException">It is no length of time, negative, or longer than the longest.</exception>
    public static TimeSpan Read(string text, string parameter, TimeSpan longest)
    {
        if (Parse(text) is not { } length)
        {
            throw new ApiProblemException(ApiProblem.Bad(parameter, $"'{parameter}' is a length of time such as 5s, 500ms or PT5S."));
        }

        return length >= TimeSpan.Zero && length <= longest
            ? length
            : throw new ApiProblemException(ApiProblem.Bad(parameter, $"'{parameter}' is at least 0 and at most {XmlConvert.ToString(longest)}."));
    }

    public static string Show(TimeSpan length) => XmlConvert.ToString(length);

    private static TimeSpan? Parse(string text)
    {
        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
        {
            try
            {
                return XmlConvert.ToTimeSpan(text);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                return null;
            }
        }

        foreach (var (suffix, unit) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && decimal.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return number < 1_000_000 ? unit * (double)number : null;
            }
        }

        return null;
    }
}
