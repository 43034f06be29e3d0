using Naru.Engine.Ports;
using Naru.Storage.Memory;

namespace Naru.Storage.Tests.Messages;

internal sealed class MemoryUnderTest : IStoreUnderTest
{
    private readonly MemoryDisk _disk = new();

    public MemoryDisk Disk => _disk;

    public async ValueTask<(IMessageStore Store, StoreOpening Opening)> OpenAsync()
    {
        var store = new MemoryMessageStore(_disk);
        return (store, await store.OpenAsync(CancellationToken.None));
    }

    public ValueTask CrashAsync() => ValueTask.CompletedTask;

    public ValueTask<long> CountRowsAsync() => ValueTask.FromResult((long)_disk.Rows);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
