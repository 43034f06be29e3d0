using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>A place where an adapter keeps its rows, which outlives the adapter.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>A new store on the same rows; the one before was closed or has crashed.</summary>
    ValueTask<(IMessageStore Store, StoreOpening Opening)> OpenAsync();

    /// <summary>The process dies: nothing of the store is asked any more.</summary>
    ValueTask CrashAsync();

    /// <summary>Rows in all tables of all files, save for the installation's own.</summary>
    ValueTask<long> CountRowsAsync();
}
