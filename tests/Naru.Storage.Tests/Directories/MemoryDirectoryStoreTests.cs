using Naru.Engine.Registry;
using Naru.Storage.Memory;

namespace Naru.Storage.Tests.Directories;

public sealed class MemoryDirectoryStoreTests : DirectoryStoreConformance
{
    protected override IDirectoryStore Store { get; } = new MemoryDirectoryStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ReopenAsync() => ValueTask.CompletedTask;
}
