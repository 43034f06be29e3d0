using System.Net;
using Naru.Load.Wire;

namespace Naru.Load.Running;

/// <summary>One stream of requests: so many connections, one request in flight on each, bounded in time and in messages.</summary>
internal sealed record LoadPlan
{
    public const int MostSeconds = 300;
    public const long MostMessages = 20_000_000;
    public const int MostConnections = 512;

    public required IPEndPoint Gateway { get; init; }
    public required AlimPlan Alim { get; init; }
    public required int Connections { get; init; }

    /// <summary>What is sent, where it is not <see cref="Alim"/>.</summary>
    public Func<IPEndPoint, PatchedRequest>? Other { get; init; }

    /// <summary>Sent, not measured.</summary>
    public TimeSpan Warmup { get; init; }

    /// <summary>Measured, after the warm-up.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The stream also ends when so many messages were sent, warm-up included.</summary>
    public long MessageLimit { get; init; } = MostMessages;

    /// <summary>Messages a second over all connections; 0 is as fast as answers come.</summary>
    public int Rate { get; init; }

    /// <summary>Sequence of the first message.</summary>
    public long FirstSequence { get; init; }
}
