using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Naru.Server.Tests.Hosting;

/// <summary>A subscriber: takes whatever is posted to it, on any path, and answers as it was told. Not in the gateway's process.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedPush> _pushes = new();
    private readonly Lock _lock = new();
    private readonly List<(Func<IReadOnlyCollection<ReceivedPush>, bool> Enough, TaskCompletionSource Signal)> _waiters = [];

    private WebhookReceiver(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>The answer to a push; 200 unless set.</summary>
    public Func<ReceivedPush, HttpStatusCode> Answer { get; set; } = static _ => HttpStatusCode.OK;

    public IReadOnlyCollection<ReceivedPush> Pushes => _pushes;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        receiver.Url = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return receiver;
    }

    /// <summary>Waits until what has come is enough.</summary>
    public async Task<IReadOnlyCollection<ReceivedPush>> UntilAsync(Func<IReadOnlyCollection<ReceivedPush>, bool> enough)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (enough(_pushes))
                return _pushes;
            _waiters.Add((enough, signal));
        }

        try
        {
            await signal.Task.WaitAsync(s_patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{_pushes.Count} pushes came, and that was not enough: {string.Join('\n', _pushes.TakeLast(3))}", e);
        }

        return _pushes;
    }

    public Task<IReadOnlyCollection<ReceivedPush>> UntilPushesAsync(int count) => UntilAsync(pushes => pushes.Count >= count);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var push = new ReceivedPush(context.Request.Path, context.Request.ContentType ?? "", await body.ReadToEndAsync())
        {
            Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        context.Response.StatusCode = (int)Answer(push);
        lock (_lock)
        {
            _pushes.Enqueue(push);
            foreach (var waiter in _waiters.Where(waiter => waiter.Enough(_pushes)).ToArray())
            {
                _waiters.Remove(waiter);
                waiter.Signal.SetResult();
            }
        }
    }
}

/// <param name="Path">Tells tests apart that share a receiver.</param>
internal sealed record ReceivedPush(string Path, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
