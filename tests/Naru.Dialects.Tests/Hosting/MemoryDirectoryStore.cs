using Naru.Engine.Registry;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>A directory that begins empty and is kept by the <see cref="WorkspaceDirectory"/> alone.</summary>
internal sealed class MemoryDirectoryStore : IDirectoryStore
{
    public ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new DirectoryContent([], [], [], [], [], [], []));

    public ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
