namespace Naru.Server.Operations.Metrics;

/// <summary>Settings under <c>Naru:Metrics</c>.</summary>
public sealed record MetricsOptions
{
    public const string Section = "Naru:Metrics";

    /// <summary>Ours, the requests and connections of the web server, and the runtime: memory, garbage collection, thread pool.</summary>
    private static readonly string[] s_defaultMeters = ["Naru", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary><c>Meters</c>: what is listened to; a name also stands for those below it (<c>Naru</c> for <c>Naru.Server</c>).</summary>
    public IReadOnlyList<string> Meters { get; init; } = s_defaultMeters;

    /// <summary>
    /// <c>MaxLabelSets</c>: label sets kept of one metric, default 1,000. What comes after is counted under the one label
    /// <c>otel_metric_overflow="true"</c>, so that sums stay right while memory stays bounded.
    /// </summary>
    public int MaxLabelSets { get; init; } = 1_000;

    /// <summary><c>Token</c>: when set, <c>/metrics</c> answers only to <c>Authorization: Bearer</c> with it. Default none.</summary>
    public string? Token { get; init; }

    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static MetricsOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var meters = section.GetSection(nameof(Meters)).Get<string[]>();
        return new MetricsOptions
        {
            Meters = meters is { Length: > 0 } ? meters : s_defaultMeters,
            MaxLabelSets = ReadMaxLabelSets(section[nameof(MaxLabelSets)]),
            Token = section[nameof(Token)] is { Length: > 0 } token ? token : null,
        };
    }

    private static int ReadMaxLabelSets(string? text) => text switch
    {
        null or "" => 1_000,
        _ when int.TryParse(text, out var number) && number is >= 1 and <= 100_000 => number,
        _ => throw new InvalidOperationException($"{Section}:{nameof(MaxLabelSets)} is '{text}'; it can be a number from 1 to 100000."),
    };
}
