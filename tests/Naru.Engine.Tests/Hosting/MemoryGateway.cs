using Microsoft.Extensions.Logging.Abstractions;
using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Storage.Memory;

namespace Naru.Engine.Tests.Hosting;

/// <summary>A gateway over the memory store whose subscribers are told notices as they were written. Another one can begin on the same rows.</summary>
internal sealed class MemoryGateway : IAsyncDisposable
{
    private readonly MemoryDirectoryStore _rows;

    /// <param name="notices">The front doors in whose words there are notices.</param>
    /// <param name="before">One that has ended, whose rows are found here.</param>
    public MemoryGateway(TimeProvider time, EngineSettings settings, IEnumerable<DialectName> notices, MemoryGateway? before = null)
    {
        Disk = before?.Disk ?? new MemoryDisk();
        _rows = before?._rows ?? new MemoryDirectoryStore();
        Clock = new GatewayClock(time);
        Directory = new WorkspaceDirectory(_rows, Clock, new SystemRandomSource());
        Gateway = new Gateway(
            new MemoryMessageStore(Disk), Directory, Clock, new SystemRandomSource(), [], [.. notices.Select(static dialect => new NoticeRenderer(dialect))], [], Receiver, settings, Meter,
            NullLogger<Gateway>.Instance);
    }

    public MemoryDisk Disk { get; }

    public GatewayClock Clock { get; }

    public WorkspaceDirectory Directory { get; }

    public GatewayMeter Meter { get; } = new();

    public Gateway Gateway { get; }

    public Subscriber Receiver { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        Directory.Dispose();
        Meter.Dispose();
    }
}
