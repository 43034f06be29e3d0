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
    public static IAsyncEnumerable<SseItem<string>> StreamAsync(
        WorkspaceDirectory directory, GatewayClock clock, Func<string> mark, CancellationToken stopping, CancellationToken cancellationToken) =>
        StreamAsync(wake => directory.Changed += wake, wake => directory.Changed -= wake, clock, mark, stopping, cancellationToken, tells: false);

    /// <param name="listen">Called with what is to be called when something changed.</param>
    /// <param name="leave">Called with the same at the end.</param>
    /// <param name="tells">Whether the events carry the mark.</param>
    public static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        Action<Action> listen, Action<Action> leave, GatewayClock clock, Func<string> mark, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken, bool tells = true)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var happened in Heartbeat.AddTo(ChangesAsync(listen, leave, clock, mark, ending.Token), clock.System, ending.Token))
        {
            yield return happened.Beat switch
            {
                Beat.Connected => new SseItem<string>(tells ? mark() : "", "connected") { ReconnectionInterval = TimeSpan.FromSeconds(1) },
                Beat.Idle => new SseItem<string>("", "idle"),
                _ => new SseItem<string>(tells ? happened.Value! : "", "changed"),
            };
        }
    }

    private static async IAsyncEnumerable<string> ChangesAsync(
        Action<Action> listen, Action<Action> leave, GatewayClock clock, Func<string> mark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        listen(Wake);
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
            leave(Wake);
            clock.Advanced -= Wake;
        }

        void Wake() => wake.Writer.TryWrite(true);
    }
}
