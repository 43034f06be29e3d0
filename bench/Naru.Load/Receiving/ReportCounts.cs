using System.Text.Json.Serialization;

namespace Naru.Load.Receiving;

/// <summary>What the receiving process tells the sending one.</summary>
internal sealed record ReportCounts
{
    /// <summary>Messages of this run with a report.</summary>
    public long Distinct { get; init; }

    /// <summary>Reports in all, repeated and foreign ones included.</summary>
    public long Reports { get; init; }

    /// <summary>Pushes, or polls that were not empty.</summary>
    public long Carriers { get; init; }

    public long Duplicates { get; init; }

    /// <summary>Reports whose message id differs from what it was before, or is another message's.</summary>
    public long ChangedIds { get; init; }

    /// <summary>Reports of other runs.</summary>
    public long Foreign { get; init; }

    public long Unreadable { get; init; }

    /// <summary>Messages of this run of which it was told that they were submitted.</summary>
    public long Submitted { get; init; }

    /// <summary>Callbacks whose signature was missing or wrong.</summary>
    public long BadSignatures { get; init; }

    public IReadOnlyDictionary<string, long> NotDelivered { get; init; } = new Dictionary<string, long>();

    /// <summary>When the last report of this run came, in stopwatch ticks.</summary>
    public long LastAt { get; init; }

    public TimeSpan P50 { get; init; }
    public TimeSpan P99 { get; init; }
    public TimeSpan Max { get; init; }
}

/// <param name="FirstMissing">Sequence of the first message without a report; -1 when there is none.</param>
/// <param name="Unasked">Messages with a report that the gateway had not said to have accepted.</param>
internal sealed record ReportGaps(long Missing, long FirstMissing, long Unasked);

[JsonSerializable(typeof(ReportCounts))]
[JsonSerializable(typeof(ReportGaps))]
internal sealed partial class ReceivingJson : JsonSerializerContext;
