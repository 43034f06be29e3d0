using System.Text;
using Naru.Dialects.Http;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>
/// Puts a recipient's parameters into a message: <c>${name}</c> in any of its texts (contracts/sinch.md §3.9). What is put in is not looked through again.
/// </summary>
internal static class BatchParameters
{
    private const string Open = "${";

    /// <summary>Whether the message leaves any place open.</summary>
    public static bool AnyIn(string message) => message.Contains(Open, StringComparison.Ordinal);

    /// <param name="message">Compact JSON.</param>
    /// <param name="into">Gets the message.</param>
    /// <returns>The first place for which there is no parameter, which stays as it was written; null = none.</returns>
    public static string? Fill(string message, IReadOnlyDictionary<string, string> parameters, PooledBytes into)
    {
        string? missing = null;
        into.Value(Encoding.UTF8.GetBytes(message), JsonDress.Plain, text => Fill(text, parameters, ref missing));
        return missing;
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string> parameters, ref string? missing)
    {
        var from = text.IndexOf(Open, StringComparison.Ordinal);
        if (from < 0)
        {
            return text;
        }

        var filled = new StringBuilder();
        var done = 0;
        while (from >= 0 && text.IndexOf('}', from) is var end and > 0)
        {
            var name = text[(from + Open.Length)..end];
            filled.Append(text, done, from - done);
            if (parameters.TryGetValue(name, out var value))
            {
                filled.Append(value);
            }
            else
            {
                filled.Append(text, from, end + 1 - from);
                missing ??= name;
            }

            done = end + 1;
            from = text.IndexOf(Open, done, StringComparison.Ordinal);
        }

        return filled.Append(text, done, text.Length - done).ToString();
    }
}
