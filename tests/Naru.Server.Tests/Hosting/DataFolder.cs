namespace Naru.Server.Tests.Hosting;

/// <summary>A gateway's data folder, gone when the test is over.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <param name="withStore">The store lies in it whatever store is under test: the test looks into its files.</param>
    public DataFolder(bool withStore = false)
    {
        if (withStore)
            StoreUnderTest.StaysIn(Path);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("naru-test-").FullName;

    public void Dispose()
    {
        StoreUnderTest.Forget(Path);
        Directory.Delete(Path, recursive: true);
    }
}
