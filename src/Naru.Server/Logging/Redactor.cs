using System.Collections;
using System.Globalization;
using System.Net;

namespace Naru.Server.Logging;

/// <summary>What of a text or a value may stand in a log. Pure; thread-safe.</summary>
internal static class Redactor
{
    public const string Placeholder = "[redacted]";

    /// <summary>Numbers under such names count or name our own rows; a message id is not among them, because clients choose it.</summary>
    private static readonly HashSet<string> s_ourNumbers = new(StringComparer.Ordinal)
    {
        "sequence", "count", "rows", "bytes", "length", "size", "offset", "milliseconds", "ms", "microseconds", "ticks", "elapsed", "duration", "version",
        "messages", "attempts", "reports", "pushes", "lanes",
    };

    private static readonly HashSet<string> s_ourIds = new(StringComparer.Ordinal)
    {
        "TraceId", "SpanId", "ParentId", "ConnectionId", "TransportConnectionId", "RequestId", "PushId", "EndpointId", "WorkspaceId", "ProcessId",
    };

    public static string Text(string text) => SecretText.Apply(PhoneMask.Apply(text));

    /// <summary>The value itself where it is harmless, else a text without what must not be seen.</summary>
    public static object? Value(string key, object? value) => value switch
    {
        null => null,
        _ when SensitiveKeys.Contains(key) => Placeholder,
        _ when IsHarmless(key, value) => value,
        string text => Text(text),
        IEnumerable<KeyValuePair<string, object?>> pairs => string.Join(", ", pairs.Select(pair => $"{pair.Key}={Value(pair.Key, pair.Value)}")),
        IEnumerable<KeyValuePair<string, string?>> pairs => string.Join(", ", pairs.Select(pair => $"{pair.Key}={Value(pair.Key, pair.Value)}")),
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(item => Value(key, item) ?? "(null)")),
        _ => Text(System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>By its type or its name, it holds no phone number; its digits may be shown.</summary>
    public static bool IsHarmless(string key, object? value) => value switch
    {
        bool or char or byte or sbyte or short or ushort or Enum or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or IPAddress or EndPoint => true,
        int or uint or long or ulong or Int128 or UInt128 => IsSmall(value) || IsOurNumber(key),
        float or double or decimal => !IsWhole(value) || IsSmall(value) || IsOurNumber(key),
        string => s_ourIds.Contains(key),
        _ => false,
    };

    private static bool IsOurNumber(string key) => s_ourIds.Contains(key) || (SensitiveKeys.Split(key) is [.., var last] && s_ourNumbers.Contains(last));

    private static bool IsSmall(object number) => Math.Abs(AsDouble(number)) < 1_000_000;

    private static bool IsWhole(object number) => AsDouble(number) is var value && Math.Floor(value).Equals(value);

    private static double AsDouble(object number) => number switch
    {
        Int128 value => (double)value,
        UInt128 value => (double)value,
        _ => System.Convert.ToDouble(number, CultureInfo.InvariantCulture),
    };
}
