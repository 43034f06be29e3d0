using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Naru.Console.Live;
using Naru.Console.Text;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Console.Handset;

/// <summary>The live wire of a handset page. An event says only that something changed; the page then fetches itself again.</summary>
internal static class HandsetEvents
{
    public static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        IHandset handset,
        WorkspaceId workspace,
        HandsetWords words,
        TimeProvider time,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var happened in Heartbeat.AddTo(handset.WatchAsync(workspace, ending.Token), time, ending.Token))
        {
            yield return happened.Beat switch
            {
                Beat.Connected => new SseItem<string>("", "connected") { ReconnectionInterval = TimeSpan.FromSeconds(1) },
                Beat.Idle => new SseItem<string>("", "idle"),
                _ => new SseItem<string>(Announcement(happened.Value!, words), "changed"),
            };
        }
    }

    /// <summary>What a screen reader says when the message's room is not open.</summary>
    private static string Announcement(HandsetEvent happened, HandsetWords words) =>
        happened is { Kind: HandsetEventKind.Arrived, Message: { } message } ? words.Arrived(OpenRoom.NameOf(message)) : "";
}
