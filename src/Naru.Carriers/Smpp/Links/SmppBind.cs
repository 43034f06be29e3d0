using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Protocol;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Links;

/// <summary>How a bind stands, for people.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Since">When it came up, or went down.</param>
/// <param name="Trouble">Why it is down, in plain English; null while it is up.</param>
/// <param name="IsPausing">The carrier asked for patience.</param>
public sealed record SmppBindHealth(int Number, string Role, bool IsUp, DateTimeOffset Since, string? Trouble, bool IsPausing);

/// <summary>One bind of an account: kept up as long as the gateway runs, with growing gaps between tries.</summary>
/// <param name="moved">Called when it came up, and when it went down.</param>
internal sealed partial class SmppBind(
    int number, SmppCommand command, SmppOptions options, GatewayClock clock, IRandomSource random, ILinkOwner owner, Func<string> password, Action moved, ILogger log)
{
    private readonly SmppConnector _connector = new(options, clock.System);
    private readonly GrowingGap _gap = new(options.FirstGap, options.MostGap, random);
    private volatile SmppLink? _link;
    private volatile SmppBindHealth _health = new(number, RoleOf(command), false, clock.Now, "not started", false);

    public bool Sends => command != SmppCommand.BindReceiver;

    public Pause Pause { get; } = new(options, random, clock.System);

    /// <summary>The link, while it is bound.</summary>
    public SmppLink? Link => _link is { IsUp: true } link ? link : null;

    public SmppBindHealth Health => _health with { IsPausing = Pause.Left > TimeSpan.Zero };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = clock.System.GetTimestamp();
            var why = await HoldAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (clock.System.GetElapsedTime(began) > options.MostGap)
            {
                _gap.Reset();
            }

            var gap = _gap.Next();
            _health = new SmppBindHealth(number, RoleOf(command), false, clock.Now, why, false);
            LogDown(log, options.Name, number, why, gap);
            moved();
            await Task.Delay(gap, clock.System, cancellationToken).ContinueWith(
                static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Connects, binds, and stays until the link ends. Returns why it did.</summary>
    private async Task<string> HoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var link = new SmppLink(await _connector.ConnectAsync(cancellationToken), options with { Password = password() }, clock.System, owner)
            {
                Id = (long)(random.NextDouble() * long.MaxValue),
            };
            link.Start();
            if (await link.BindAsync(command) is { } refusal)
            {
                return $"the carrier refused the bind with status 0x{refusal:X8}";
            }

            _link = link;
            _health = new SmppBindHealth(number, RoleOf(command), true, clock.Now, null, false);
            LogUp(log, options.Name, number, RoleOf(command));
            moved();
            try
            {
                return await link.Ended.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await link.UnbindAsync();
                return "the gateway stops";
            }
            finally
            {
                _link = null;
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException or CryptographicException or OperationCanceledException)
        {
            return failure.Message;
        }
    }

    private static string RoleOf(SmppCommand command) => command switch
    {
        SmppCommand.BindReceiver => "receiver",
        SmppCommand.BindTransmitter => "transmitter",
        _ => "transceiver",
    };

    [LoggerMessage(5101, LogLevel.Information, "Carrier {Carrier}: bind {Number} is up as {Role}")]
    private static partial void LogUp(ILogger logger, string carrier, int number, string role);

    [LoggerMessage(5102, LogLevel.Warning, "Carrier {Carrier}: bind {Number} is down ({Why}); next try in {Gap}")]
    private static partial void LogDown(ILogger logger, string carrier, int number, string why, TimeSpan gap);
}
