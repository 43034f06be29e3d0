using Naru.Core.Alarms;
using Naru.Engine;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Retention;
using Naru.Server.Demo;

namespace Naru.Server.Composition;

/// <summary>Starts the gateway before the first request is taken and stops it after the last one was answered.</summary>
public sealed class GatewayHost(Gateway gateway, WorkspaceDirectory directory, Sweeper sweeper, IEnumerable<IBackgroundPump> pumps, AlarmSettings alarms, GatewayModeOptions mode) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _sweeping = Task.CompletedTask;
    private Task _pumping = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await gateway.StartAsync(cancellationToken);
        await directory.SaveAlarmEndpointAsync(AlarmKey.Installation, alarms.Url, alarms.Secret, cancellationToken);
        if (mode.HasTestRoutes)
        {
            await DemoWorkspace.EnsureAsync(directory, cancellationToken);
        }

        _sweeping = Task.Run(() => sweeper.RunAsync(_stopping.Token), CancellationToken.None);
        _pumping = Task.WhenAll(pumps.Select(pump => Task.Run(() => pump.RunAsync(_stopping.Token), CancellationToken.None)));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_sweeping, _pumping).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await directory.SaveLastUsesAsync(cancellationToken);
        await gateway.StopAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();
}
