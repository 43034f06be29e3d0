using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Intake;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Engine.Machine;

/// <summary>What the machine wants done. The pump carries it out and empties it.</summary>
public sealed class EngineCommands
{
    /// <summary>At most one flush is in flight.</summary>
    public CommitBatch? Commit { get; internal set; }

    public List<SubmissionTicket> Answered { get; } = [];

    public List<CarrierOrder> Submits { get; } = [];

    public List<LaneOrder> LaneReads { get; } = [];

    /// <summary>Keys to load; answered with one <see cref="EngineEvent.Loaded"/> for all.</summary>
    public List<MessageKey> Loads { get; } = [];

    /// <summary>Bulks to load; answered with one <see cref="EngineEvent.BulksLoaded"/> for all.</summary>
    public List<BulkKey> BulkLoads { get; } = [];

    public List<PushOrder> Pushes { get; } = [];

    public List<PushReadOrder> PushReads { get; } = [];

    /// <summary>Endpoints whose health changed.</summary>
    public List<WebhookEndpoint> Endpoints { get; } = [];

    /// <summary>Other alarms are shown now.</summary>
    public bool AlarmsChanged { get; internal set; }

    public List<Signal> Signals { get; } = [];

    /// <summary>Signals of things that will not happen, because the store failed.</summary>
    public List<Signal> Failed { get; } = [];

    public void Clear()
    {
        Commit = null;
        Answered.Clear();
        Submits.Clear();
        LaneReads.Clear();
        Loads.Clear();
        BulkLoads.Clear();
        Pushes.Clear();
        PushReads.Clear();
        Endpoints.Clear();
        AlarmsChanged = false;
        Signals.Clear();
        Failed.Clear();
    }
}

/// <param name="NotAfter">
/// Where limits hang on the way: the latest instant at which it may leave. Later it does not, and <see cref="EngineEvent.CarrierHeldUp"/> says so.
/// </param>
public sealed record CarrierOrder(string Carrier, IReadOnlyList<Message> Messages, DateTimeOffset? NotAfter = null);

public sealed record LaneOrder(LaneId Lane, DateTimeOffset Until, LanePosition? After, int Limit, bool Recovery = false);

/// <param name="Messages">The message of each item of the push, where they are still at hand; else they are loaded.</param>
/// <param name="Items">What is to be told now: all of it in one request, or one by one.</param>
/// <param name="OneByOne">
/// Each item is a request of its own. Those of one message go in order, and not on after one that failed; messages go side by side.
/// </param>
/// <param name="Width">Where they go one by one: how many requests at once, over all pushes of the endpoint, and after how many failures in a row the rest is left.</param>
/// <param name="Slots">When they may leave, where their app has a limit.</param>
public sealed record PushOrder(
    Push Push, WebhookEndpoint Endpoint, IReadOnlyList<Message>? Messages, ItemSet Items, bool OneByOne, int Width = 1, PushSlots? Slots = null);

/// <summary>One request may leave at each slot or up to <see cref="EvenPace.Lateness"/> later. What misses its slot is left.</summary>
/// <param name="First">The first of them.</param>
public sealed record PushSlots(DateTimeOffset First, TimeSpan Spacing, int Count)
{
    public DateTimeOffset At(int slot) => First + (slot * Spacing);
}

public sealed record PushReadOrder(int EndpointId, DateTimeOffset Until, PushPosition? After, int Limit);
