using System.Collections.Immutable;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Alarms;
using Naru.Engine.Ports;

namespace Naru.Engine.Machine;

/// <summary>The bounds of the engine. Each is a ceiling on memory or on waiting.</summary>
public sealed record EngineSettings
{
    public JourneyPolicy Journey { get; init; } = JourneyPolicy.Default;

    /// <summary>
    /// Messages worked on at once. Beyond it new ones are stored and read back when there is room. At about 2 kB each, 40 MB.
    /// Where flushes take long it is fewer, down to 4,000.
    /// </summary>
    public int MaxWorking { get; init; } = 20_000;

    /// <summary>Of <see cref="MaxWorking"/>, what only authentication messages may use: they find room however much else there is.</summary>
    public int RoomForAuthentication => MaxWorking / 20;

    /// <summary>Hand-overs per second to carrier accounts, by the carrier's name; at least 1 each. A carrier that is not named has no limit.</summary>
    public IReadOnlyDictionary<string, int> CarriersPerSecond { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The carrier of a channel where no route says another.</summary>
    public IReadOnlyDictionary<Channel, string> CarrierOf { get; init; } = ImmutableDictionary<Channel, string>.Empty;

    /// <summary>The carrier of all other channels where no route says another.</summary>
    public string DefaultCarrier { get; init; } = "simulator";

    /// <summary>Carriers that are not there any more: routes over them are removed at the start, which else is refused.</summary>
    public IReadOnlyCollection<string> ForgottenCarriers { get; init; } = [];

    public AlarmOptions Alarms { get; init; } = new();

    /// <summary>Rows of one submission in a flush; a larger submission is staged in chunks, so that single messages need not wait for it.</summary>
    public int ChunkRows { get; init; } = 128;

    /// <summary>Rows of one flush. At 400,000 rows a second a full one takes 10 ms.</summary>
    public int FlushRows { get; init; } = 4_096;

    /// <summary>
    /// While requests press, messages handed over for each that is accepted. 0 would let a flood hold up everything that was accepted before it; 1
    /// would more than halve the rate of accepting.
    /// </summary>
    public double HandoversPerAccepted { get; init; } = 0.2;

    /// <summary>Messages read back from a lane at once.</summary>
    public int LanePage { get; init; } = 1_000;

    /// <summary>How long an idempotency key is honoured.</summary>
    public TimeSpan IdempotencyLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Items in one push (Infobip's default); at most <see cref="Push.MaxItems"/>.</summary>
    public int ReportsPerPush { get; init; } = Push.MaxItems;

    /// <summary>Pushes to one endpoint at once.</summary>
    public int PushesPerEndpoint { get; init; } = 8;

    /// <summary>Requests to one endpoint at once, where items go one by one.</summary>
    public int RequestsPerEndpoint { get; init; } = 32;

    /// <summary>
    /// Pushes of one endpoint held in memory; the rest waits in the store. At most a quarter of them are such that wait for their next try, and a quarter
    /// such that wait behind others: up to there the order within a message is kept.
    /// </summary>
    public int PushesInMemory { get; init; } = 500;

    /// <summary>Failures in a row after which an endpoint is rested.</summary>
    public int RestAfterFailures { get; init; } = 10;

    /// <summary>How long it is rested before one push tries it again.</summary>
    public TimeSpan RestFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A push older than this is given up even where its endpoint was rested all the while. Infobip's 20 retries end after 41 h 30 min, with the most
    /// jitter after 45 h 39 min, Sinch's 15 after at most 45 h 31 min.
    /// </summary>
    public TimeSpan PushLifetime { get; init; } = TimeSpan.FromHours(46);
}
