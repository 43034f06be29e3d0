using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Ports;

namespace Naru.Engine;

/// <summary>How a bulk stands, from its row and from what waits of it.</summary>
internal static class BulkStandings
{
    public static BulkStanding Of(Bulk bulk, long waiting, DateTimeOffset now)
    {
        var timing = bulk.Timing;
        var status = (timing?.State, waiting) switch
        {
            (BulkState.Cancelled, _) => BulkStatus.Cancelled,
            (_, 0) => BulkStatus.Finished,
            (BulkState.Paused, _) => BulkStatus.Paused,
            _ => waiting == bulk.Count && timing!.Lines.All(line => line.Openings.Next(timing.Start) is not { } opens || opens > now) ? BulkStatus.Pending : BulkStatus.Processing,
        };
        var endsAt = status is BulkStatus.Pending or BulkStatus.Processing ? EndsAt(timing!, waiting, now) : null;
        return new BulkStanding(bulk.PublicId, status, timing?.SendAt ?? bulk.CreatedAt, bulk.CreatedAt, bulk.Count, waiting, timing, endsAt);
    }

    public static BulkStanding Of(Message message, string publicId)
    {
        var status = message switch
        {
            { State: MessageState.Cancelled } => BulkStatus.Cancelled,
            { IsHeld: true } => BulkStatus.Paused,
            { WaitsForItsInstant: true } => BulkStatus.Pending,
            _ => BulkStatus.Finished,
        };
        var waits = message.WaitsForItsInstant;
        return new BulkStanding(
            publicId, status, message.PlannedAt, message.AcceptedAt, 1, waits ? 1 : 0, null, waits && !message.IsHeld ? message.PlannedAt : null);
    }

    /// <summary>When the last is planned to begin; for lines of different openings that of the latest, had it the rest for itself.</summary>
    private static DateTimeOffset? EndsAt(BulkTiming timing, long waiting, DateTimeOffset now)
    {
        var from = timing.Pace is null ? timing.Start : timing.Next;
        from = from > now ? from : now;
        DateTimeOffset? last = null;
        foreach (var line in timing.Lines)
        {
            last = Planner.At(line.Openings, timing.Pace, from, waiting - 1) is { } at && (last is null || at > last) ? at : last;
        }

        return last;
    }
}
