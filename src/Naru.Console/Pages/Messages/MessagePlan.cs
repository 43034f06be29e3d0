using Naru.Console.Text;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine;

namespace Naru.Console.Pages.Messages;

/// <summary>What a message waits for, in words; or how long it had waited.</summary>
public static class MessagePlan
{
    /// <summary>Less is no waiting that anybody asked for.</summary>
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(2);

    /// <param name="bulk">Its bulk as it stands; null where that is not known any more.</param>
    public static IReadOnlyList<string> Of(Message message, BulkStanding? bulk, DateTimeOffset now, ZonedTime zone, BulkWords words)
    {
        if (message.SentAt is { } sent)
        {
            return sent - message.AcceptedAt >= s_soon ? [words.PlanSent(Lengths.Of(Whole(sent - message.AcceptedAt)))] : [];
        }

        return message switch
        {
            { IsHeld: true } => [words.PlanPaused],
            { WaitsForItsInstant: true } => [Alone(message.Envelope, message.PlannedAt, zone, words)],
            { Attempt: 0, State: MessageState.Scheduled or MessageState.Queued } => [.. Waits(message, bulk, now, zone, words)],
            _ => [],
        };
    }

    /// <summary>A message that holds its own instant: where something opens then, it waits for that.</summary>
    private static string Alone(Envelope envelope, DateTimeOffset at, ZonedTime zone, BulkWords words)
    {
        var text = zone.Exact(at);
        return envelope.Window is { } window && Opens(window, at) ? words.PlanWindow(text)
            : envelope.IsAdvertisement && Opens(AdvertisingHours.Allowed, at) ? words.PlanHours(text)
            : words.PlanSendAt(text);
    }

    private static bool Opens(DeliveryWindow window, DateTimeOffset at) => window.IsOpen(at) && !window.IsOpen(at - TimeSpan.FromTicks(1));

    private static IEnumerable<string> Waits(Message message, BulkStanding? bulk, DateTimeOffset now, ZonedTime zone, BulkWords words)
    {
        if (bulk?.Status == BulkStatus.Paused)
        {
            yield return words.PlanPaused;
        }

        var from = now;
        if (bulk?.SendAt > now)
        {
            from = bulk.SendAt;
            yield return words.PlanSendAt(zone.Exact(from));
        }

        var envelope = message.Envelope;
        if (envelope.Openings.Next(from) is not { } at)
        {
            yield return words.PlanNever;
            yield break;
        }

        if (envelope.Window is { } window && !window.IsOpen(from))
        {
            yield return words.PlanWindow(zone.Exact(window.NextOpen(from)));
        }

        if (envelope.IsAdvertisement && !AdvertisingHours.Allowed.IsOpen(Later(envelope, from)))
        {
            yield return words.PlanHours(zone.Exact(at));
        }

        if (bulk?.Timing is { Pace: { } pace, Next: var next })
        {
            yield return words.PlanPace(Lengths.Of(pace.Spacing), zone.Exact(next > at ? next : at));
        }
    }

    /// <summary>When the window would let it go, were there no hours for advertisements.</summary>
    private static DateTimeOffset Later(Envelope envelope, DateTimeOffset from) => envelope.Window?.NextOpen(from) ?? from;

    private static TimeSpan Whole(TimeSpan length) => TimeSpan.FromSeconds(Math.Round(length.TotalSeconds));
}
