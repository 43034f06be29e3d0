using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Naru.Engine.Tests.Pumps;

/// <param name="Authorization">The header, as it came; empty where there was none.</param>
/// <param name="Side">How many requests were being answered when it came, itself included.</param>
internal sealed record Received(string Path, string Authorization, string PushId, string Body, int Side, DateTimeOffset At);

/// <summary>A subscriber, and the service that gives out its tokens: a real server on a port of its own, which answers as it was told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<Received> _received = [];
    private readonly List<(Func<IReadOnlyList<Received>, bool> Enough, TaskCompletionSource Signal)> _waiters = [];
    private int _side;

    private Receiver(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>The answer; 200 without a body unless set.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = static (_, _) => Task.CompletedTask;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        receiver.Url = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return receiver;
    }

    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Waits until so many have come to the path.</summary>
    public Task<IReadOnlyList<Received>> UntilAsync(string path, int count) => UntilAsync(all => all.Count(r => r.Path == path) >= count);

    public async Task<IReadOnlyList<Received>> UntilAsync(Func<IReadOnlyList<Received>, bool> enough)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (enough(_received))
            {
                return [.. _received];
            }

            _waiters.Add((enough, signal));
        }

        await signal.Task.WaitAsync(s_patience);
        return All;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var side = Interlocked.Increment(ref _side);
        using var body = new StreamReader(context.Request.Body);
        var received = new Received(
            context.Request.Path, context.Request.Headers.Authorization.ToString(), context.Request.Headers["Naru-Push-Id"].ToString(),
            await body.ReadToEndAsync(), side, TimeProvider.System.GetUtcNow());
        await Answer(received, context);
        lock (_lock)
        {
            _received.Add(received);
            foreach (var waiter in _waiters.Where(w => w.Enough(_received)).ToArray())
            {
                _waiters.Remove(waiter);
                waiter.Signal.SetResult();
            }
        }

        Interlocked.Decrement(ref _side);
    }
}
