using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Naru.Carriers.Http;

namespace Naru.Carriers.Bizgo;

/// <summary>How a Bizgo API key is set up in its console to tell results: it is one or the other.</summary>
public enum BizgoResults
{
    /// <summary>They wait at Bizgo until they are fetched and acknowledged.</summary>
    Polling = 1,

    /// <summary>They are pushed; what does not come is asked for by message key.</summary>
    Webhook = 2,
}

/// <summary>An account at Infobank Bizgo. docs/carriers/bizgo.md has each setting.</summary>
public sealed record BizgoOptions
{
    /// <summary>Recipients of one request, and the most of one hand-over (contracts/upstream-providers.md §4).</summary>
    public const int LargestBatch = 200;

    /// <summary>Recipients a second that Bizgo allows (contracts/upstream-providers.md §4).</summary>
    public const int PublishedRate = 200;

    public static readonly Uri Production = new("https://mars.ibapi.kr");

    /// <summary>As routes name it; the webhook is at <c>/carriers/{name}/webhook</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Holds <c>carrier-{name}.db</c>.</summary>
    public required string DataFolder { get; init; }

    public required DealerConnectionOptions Connection { get; init; }

    /// <summary>Sent as it is, without a scheme. Never logged. Null = it is entered by an operator.</summary>
    public string? ApiKey { get; init; }

    public BizgoResults Results { get; init; } = BizgoResults.Polling;

    /// <summary>Signs webhooks; got from Bizgo on request. Without one no webhook is believed.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>How far a webhook's timestamp may be from our clock.</summary>
    public TimeSpan WebhookTolerance { get; init; } = TimeSpan.FromMinutes(5);

    public int BatchSize { get; init; } = LargestBatch;

    /// <summary>Recipients a second, as Bizgo counts sends; null = none.</summary>
    public double? MessagesPerSecond { get; init; } = PublishedRate;

    /// <summary>All other requests; null = none.</summary>
    public double? RequestsPerSecond { get; init; } = 5;

    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>With webhooks: how long after it was taken a message's report is asked for.</summary>
    public TimeSpan InquireAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after a request that nobody answered "it is not in the history" is believed.</summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long Bizgo knows an idempotency key; it allows up to a day.</summary>
    public TimeSpan IdempotencyTtl { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Our sender key → Bizgo's, where they differ.</summary>
    public IReadOnlyDictionary<string, string> Senders { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Our template code → Bizgo's, where they differ.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Naru:Carriers:{name}. Throws <see cref="InvalidOperationException"/> that names the setting.</summary>
    public static BizgoOptions Read(string name, IConfigurationSection section, string dataFolder)
    {
        var read = new DealerSection(section);
        var results = read.Optional("Results") switch
        {
            null or "polling" => BizgoResults.Polling,
            "webhook" => BizgoResults.Webhook,
            _ => throw new InvalidOperationException($"{section.Path}:Results must be polling or webhook, as the API key is set in Bizgo's console."),
        };

        return new BizgoOptions
        {
            Name = name,
            DataFolder = dataFolder,
            Connection = read.Connection(Production),
            ApiKey = read.Optional("ApiKey"),
            Results = results,
            WebhookSecret = read.Optional("WebhookSecret"),
            WebhookTolerance = read.Span("WebhookTolerance", TimeSpan.FromMinutes(5)),
            BatchSize = read.Whole("BatchSize", LargestBatch, 1, LargestBatch),
            MessagesPerSecond = read.Whole("PerSecond", PublishedRate, 1, 1_000_000),
            RequestsPerSecond = read.Whole("RequestsPerSecond", 5, 1, 10_000),
            PollInterval = read.Span("PollInterval", TimeSpan.FromSeconds(3)),
            InquireAfter = read.Span("InquireAfter", TimeSpan.FromMinutes(2)),
            AskAfter = read.Span("AskAfter", TimeSpan.FromSeconds(20)),
            Senders = read.Names("Senders"),
            Templates = read.Names("Templates"),
        };
    }

    /// <summary>Without what is secret: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(BizgoOptions)} {Name}";
}
