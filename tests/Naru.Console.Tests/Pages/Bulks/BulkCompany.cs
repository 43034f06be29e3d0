using Naru.Console.Tests.Hosting;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine;

namespace Naru.Console.Tests.Pages.Bulks;

/// <summary>Bulks of every kind.</summary>
internal static class BulkCompany
{
    public const string Paced = "autumn-sale";

    private static readonly EvenPace s_pace = new(30, TimeSpan.FromHours(1));

    public static BulkStanding Standing(
        this ConsoleHost host, string id, BulkStatus status, int count = 10_000, long waiting = 6_000, EvenPace? pace = null, DeliveryWindow? window = null, bool advertisement = false)
    {
        var now = host.Clock.Now;
        var state = status switch { BulkStatus.Paused => BulkState.Paused, BulkStatus.Cancelled => BulkState.Cancelled, _ => BulkState.Running };
        var start = status == BulkStatus.Pending ? now.AddHours(5) : now.AddMinutes(-20);
        var timing = new BulkTiming(
            state, 3, start, pace, start, now.AddMinutes(1), [new BulkLine(window, advertisement, MessageClass.Standard)], "simulator", 0);
        return new BulkStanding(
            id, status, start, now.AddHours(-1), count, waiting, timing, status is BulkStatus.Pending or BulkStatus.Processing ? now.AddHours(9) : null);
    }

    public static BulkStanding PutPaced(this ConsoleHost host, long waiting = 6_000, BulkStatus status = BulkStatus.Processing)
    {
        var standing = host.Standing(
            Paced, status, waiting: waiting, pace: s_pace, window: new DeliveryWindow(WeekDays.Monday | WeekDays.Wednesday, new TimeOnly(0, 0), new TimeOnly(9, 30)), advertisement: true);
        host.Gateway.Put(host.Workspace.Id, standing);
        return standing;
    }

    public static void FillBulks(this ConsoleHost host)
    {
        host.Gateway.Put(host.Workspace.Id, host.Standing("배송 안내 2026-11-20", BulkStatus.Finished, waiting: 0));
        host.Gateway.Put(host.Workspace.Id, host.Standing("stopped-by-mistake", BulkStatus.Cancelled, waiting: 9_999));
        host.Gateway.Put(host.Workspace.Id, host.Standing("0f8fad5b-d9cb-469f-a165-70867728950e", BulkStatus.Paused, count: 1_000_000, waiting: 999_999, pace: s_pace));
        host.Gateway.Put(host.Workspace.Id, host.Standing(new string('긴', 40) + "-" + new string('x', 150), BulkStatus.Pending, count: 2, waiting: 2));
        host.PutPaced();
    }
}
