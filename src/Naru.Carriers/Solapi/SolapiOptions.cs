using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Naru.Carriers.Http;

namespace Naru.Carriers.Solapi;

/// <summary>An account at Solapi or CoolSMS (same API, another host). docs/carriers/solapi.md has each setting.</summary>
public sealed record SolapiOptions
{
    /// <summary>Messages of one request (contracts/upstream-providers.md §2).</summary>
    public const int LargestBatch = 10_000;

    public static readonly Uri Production = new("https://api.solapi.com");

    /// <summary>As routes name it; the webhook is at <c>/carriers/{name}/webhook</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Holds <c>carrier-{name}.db</c>.</summary>
    public required string DataFolder { get; init; }

    public required DealerConnectionOptions Connection { get; init; }

    /// <summary>Null = it is entered by an operator; so is the secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Signs every request. Never logged.</summary>
    public string? ApiSecret { get; init; }

    /// <summary>What the console's webhook sends in <c>X-Solapi-Secret</c>; without one no webhook is taken and results are polled.</summary>
    public string? WebhookSecret { get; init; }

    public int BatchSize { get; init; } = LargestBatch;

    /// <summary>Requests of every kind; Solapi publishes no limit. Null = none.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>
    /// Null = <see cref="PollAlone"/> where there is no webhook; with one <see cref="PollBehindWebhook"/>: a poll reads all of the last minutes again, only to find what a
    /// webhook lost.
    /// </summary>
    public TimeSpan? PollInterval { get; init; }

    public static readonly TimeSpan PollAlone = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan PollBehindWebhook = TimeSpan.FromMinutes(2);

    /// <summary>How far before the last thing seen a poll begins: changes may show out of order.</summary>
    public TimeSpan PollOverlap { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after a request that nobody answered "it is not in the list" is believed.</summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Our sender key → pfId. What was imported need not stand here.</summary>
    public IReadOnlyDictionary<string, string> Senders { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Our template code → templateId. What was imported need not stand here.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Naru:Carriers:{name}. Throws <see cref="InvalidOperationException"/> that names the setting.</summary>
    public static SolapiOptions Read(string name, IConfigurationSection section, string dataFolder)
    {
        var read = new DealerSection(section);
        var rate = read.Whole("RequestsPerSecond", 0, 0, 10_000);
        return new SolapiOptions
        {
            Name = name,
            DataFolder = dataFolder,

            // Its own SDK repeats what was answered 503: nothing was taken then.
            Connection = read.Connection(Production) with { UnavailableMeansRefused = true },
            ApiKey = read.Optional("ApiKey"),
            ApiSecret = read.Optional("ApiSecret"),
            WebhookSecret = read.Optional("WebhookSecret"),
            BatchSize = read.Whole("BatchSize", LargestBatch, 1, LargestBatch),
            RequestsPerSecond = rate == 0 ? null : rate,
            PollInterval = read.Optional("PollInterval") is null ? null : read.Span("PollInterval", PollAlone),
            AskAfter = read.Span("AskAfter", TimeSpan.FromSeconds(20)),
            Senders = read.Names("Senders"),
            Templates = read.Names("Templates"),
        };
    }

    /// <summary>Without what is secret: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(SolapiOptions)} {Name}";
}
