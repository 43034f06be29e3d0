using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

[assembly: AssemblyFixture(typeof(SharedGateway))]

// Crash, speed and browser tests want the machine to themselves.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Naru.Server.Tests.Hosting;

/// <summary>One gateway in test mode for all tests that need nothing special of it; each takes a workspace of its own.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private NaruProcess? _naru;
    private TestBench? _bench;

    public Uri Url => _naru!.Url;

    internal TestBench Bench => _bench!;

    /// <summary>A workspace for one test.</summary>
    internal Task<TestWorkspace> NewWorkspaceAsync() => Bench.CreateWorkspaceAsync();

    public async ValueTask InitializeAsync()
    {
        _naru = await NaruProcess.StartAsync(new NaruStart(_data.Path) { Settings = Impatient.Settings });
        _bench = new TestBench(_naru.Url);
    }

    public async ValueTask DisposeAsync()
    {
        _bench?.Dispose();
        if (_naru is not null)
            await _naru.DisposeAsync();
        _data.Dispose();
    }
}
