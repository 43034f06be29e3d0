using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Kakao;

/// <summary>A gateway in demo mode, with the demo's app and people.</summary>
public sealed class DemoGateway : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private NaruProcess? _naru;

    public Uri Url => _naru!.Url;

    public async ValueTask InitializeAsync() => _naru = await NaruProcess.StartAsync(new NaruStart(_data.Path) { Command = "test" });

    public async ValueTask DisposeAsync()
    {
        if (_naru is not null)
            await _naru.DisposeAsync();
        _data.Dispose();
    }
}
