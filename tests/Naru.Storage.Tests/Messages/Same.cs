using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Naru.Storage.Tests.Messages;

/// <summary>Records with lists in them are equal by reference only: what is compared is everything that they say.</summary>
internal static class Same
{
    public static void ShouldSayTheSameAs<T>(this T actual, T expected) => Print(actual).ShouldBe(Print(expected));

    public static string Print(object? value)
    {
        var text = new StringBuilder();
        Print(text, value);
        return text.ToString();
    }

    private static void Print(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string words:
                // Escaped, so that unpaired surrogates are seen.
                text.Append('"').AppendJoin("", words.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}")).Append('"');
                break;
            case DateTimeOffset instant:
                text.Append(instant.UtcTicks);
                break;
            case IFormattable plain and not IEnumerable:
                text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool flag:
                text.Append(flag);
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (var item in list)
                {
                    Print(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append('{');
                foreach (var property in Stored(value.GetType()))
                {
                    text.Append(property.Name).Append('=');
                    Print(text, property.GetValue(value));
                    text.Append(';');
                }

                text.Append('}');
                break;
        }
    }

    /// <summary>Properties that are set, not computed.</summary>
    private static IEnumerable<PropertyInfo> Stored(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && (property.SetMethod is not null || type.IsValueType))
        .OrderBy(property => property.Name, StringComparer.Ordinal);
}
