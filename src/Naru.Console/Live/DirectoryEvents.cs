using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Live;

/// <summary>
/// The live wire of a page about senders or templates. The directory says only that something in it changed; an event is sent when what the page shows did.
/// </summary>
internal static class DirectoryEvents
{
    /// <param name="mark">Tells apart what the page would show differently.</param>
    public static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        WorkspaceDirectory directory, GatewayClock clock, Func<string> mark, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var happened in Heartbeat.AddTo(ChangesAsync(directory, clock, mark, ending.Token), clock.System, ending.Token))
        {
            yield return happened.Beat switch
            {
                Beat.Connected => new SseItem<string>("", "connected") { ReconnectionInterval = TimeSpan.FromSeconds(1) },
                Beat.Idle => new SseItem<string>("", "idle"),
                _ => new SseItem<string>("", "changed"),
            };
        }
    }

    private static async IAsyncEnumerable<string> ChangesAsync(
        WorkspaceDirectory directory, GatewayClock clock, Func<string> mark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        directory.Changed += Wake;
        clock.Advanced += Wake;
        try
        {
            var last = mark();
            while (await wake.Reader.WaitToReadAsync(cancellationToken))
            {
                while (wake.Reader.TryRead(out _))
                {
                    // However often it changed: the page looks once.
                }

                var now = mark();
                if (!string.Equals(now, last, StringComparison.Ordinal))
                {
                    last = now;
                    yield return now;
                }
            }
        }
        finally
        {
            directory.Changed -= Wake;
            clock.Advanced -= Wake;
        }

        void Wake() => wake.Writer.TryWrite(true);
    }
}
