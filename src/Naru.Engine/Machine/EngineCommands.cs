using Naru.Core.Messages;
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

    public List<PushOrder> Pushes { get; } = [];

    public List<PushReadOrder> PushReads { get; } = [];

    /// <summary>Endpoints whose health changed.</summary>
    public List<WebhookEndpoint> Endpoints { get; } = [];

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
        Pushes.Clear();
        PushReads.Clear();
        Endpoints.Clear();
        Signals.Clear();
        Failed.Clear();
    }
}

/// <param name="NotAfter">
/// Where limits hang on the way: the latest instant at which it may leave. Later it does not, and <see cref="EngineEvent.CarrierHeldUp"/> says so.
/// </param>
public sealed record CarrierOrder(string Carrier, IReadOnlyList<Message> Messages, DateTimeOffset? NotAfter = null);

public sealed record LaneOrder(LaneId Lane, DateTimeOffset Until, LanePosition? After, int Limit, bool Recovery = false);

/// <param name="Messages">The reports' messages, where they are still at hand; else they are loaded.</param>
public sealed record PushOrder(Push Push, WebhookEndpoint Endpoint, IReadOnlyList<Message>? Messages);

public sealed record PushReadOrder(int EndpointId, DateTimeOffset Until, PushPosition? After, int Limit);
