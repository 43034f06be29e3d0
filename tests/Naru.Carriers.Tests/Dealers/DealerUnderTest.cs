using Naru.Carriers.Http;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Fakes.Dealers;

namespace Naru.Carriers.Tests.Dealers;

/// <summary>A dealer's fake, and the carrier that is made for it anew after each crash.</summary>
public abstract class DealerUnderTest : IAsyncDisposable
{
    public const string Name = "dealer";
    public const string SenderKey = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
    public const string TemplateCode = "package_template";

    public abstract Journal Journal { get; }

    public abstract Faults Faults { get; }

    /// <summary>Result codes of this dealer: arrived, no KakaoTalk, and a code that nobody knows.</summary>
    public abstract string NoKakaoTalk { get; }

    public abstract TimeSpan? ReportAfter { set; }

    public abstract Func<string, string>? ResultOf { set; }

    /// <summary>Results are pushed there; before the gateway starts.</summary>
    public abstract Uri? Webhook { set; }

    public abstract Task StartAsync();

    /// <summary>The fake goes away and comes back empty, at the same address.</summary>
    public abstract Task StopAsync();

    internal abstract ICarrier NewCarrier(WorkspaceDirectory directory, GatewayClock clock, string folder);

    public abstract ValueTask DisposeAsync();

    internal static DealerConnectionOptions Connection(Uri address) => new()
    {
        BaseUrl = address,
        Timeout = TimeSpan.FromSeconds(1),
        ConnectTimeout = TimeSpan.FromSeconds(1),
        UnavailableMeansRefused = true,
        BreakerFailures = 20,
        BreakFor = TimeSpan.FromSeconds(1),
    };
}
