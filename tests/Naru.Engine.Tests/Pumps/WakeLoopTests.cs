using System.Threading.Channels;
using Naru.Engine.Pumps;
using Naru.Engine.Time;

namespace Naru.Engine.Tests.Pumps;

public sealed class WakeLoopTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly GatewayClock _clock = new(TimeProvider.System);
    private readonly Channel<int> _turns = Channel.CreateUnbounded<int>();
    private readonly Channel<Exception> _failures = Channel.CreateUnbounded<Exception>();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _turn;

    [Fact]
    public async Task What_is_due_already_is_a_turn_at_once_and_what_is_due_never_waits_to_be_woken()
    {
        var loop = Run(turn => turn == 1 ? _clock.Now : null);

        (await NextAsync()).ShouldBe(1);
        (await NextAsync()).ShouldBe(2);
        _turns.Reader.TryRead(out _).ShouldBeFalse();
        loop.Wake();
        (await NextAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Time_that_is_moved_forward_wakes_it()
    {
        Run(_ => _clock.Now + TimeSpan.FromDays(400));
        await NextAsync();

        _clock.Advance(TimeSpan.FromDays(2));

        (await NextAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_turn_that_fails_is_told_of_and_does_not_end_the_loop()
    {
        var loop = Run(turn => turn == 1 ? throw new IOException("the disk is full") : null);

        (await _failures.Reader.ReadAsync().AsTask().WaitAsync(s_patience)).Message.ShouldBe("the disk is full");
        loop.Wake();
        (await NextAsync()).ShouldBe(1);
        (await NextAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task However_often_it_is_woken_during_a_turn_another_follows()
    {
        WakeLoop loop = null!;
        var woken = new TaskCompletionSource();
        loop = new WakeLoop(_clock);
        _running = loop.RunAsync(
            async _ =>
            {
                var turn = ++_turn;
                _turns.Writer.TryWrite(turn);
                if (turn == 1)
                {
                    await woken.Task;
                }

                return null;
            },
            _ => { }, _stop.Token);
        await NextAsync();
        loop.Wake();
        loop.Wake();
        woken.SetResult();

        (await NextAsync()).ShouldBe(2);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
    }

    private WakeLoop Run(Func<int, DateTimeOffset?> turn)
    {
        var loop = new WakeLoop(_clock);
        _running = loop.RunAsync(
            _ =>
            {
                _turns.Writer.TryWrite(++_turn);
                return ValueTask.FromResult(turn(_turn));
            },
            failure => _failures.Writer.TryWrite(failure), _stop.Token);
        return loop;
    }

    private async Task<int> NextAsync() => await _turns.Reader.ReadAsync().AsTask().WaitAsync(s_patience);
}
