namespace Naru.Server.Tests.Hosting;

/// <summary>Waits that are minutes in real life, and moments in a test.</summary>
internal static class Impatient
{
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Naru:Journey:RetryDelay"] = "00:00:00.2",
        ["Naru:Journey:UnknownWait"] = "00:00:02",
    };

    /// <summary>With further settings, which win.</summary>
    public static IReadOnlyDictionary<string, string> With(params IEnumerable<(string Name, string Value)> more)
    {
        var all = new Dictionary<string, string>(Settings, StringComparer.Ordinal);
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }
}
