namespace Naru.Server.Tests.Hosting;

/// <summary>How a gateway is started.</summary>
/// <param name="DataFolder">What <c>--data</c> gets.</param>
internal sealed record NaruStart(string DataFolder)
{
    /// <summary><c>test</c>, <c>demo</c>, <c>serve</c>.</summary>
    public string Command { get; init; } = "test";

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Where it listens. The port 0 is the system's choice.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Settings, by their names with colons.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
