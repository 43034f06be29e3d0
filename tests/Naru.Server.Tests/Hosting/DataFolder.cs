namespace Naru.Server.Tests.Hosting;

/// <summary>A gateway's data folder, gone when the test is over.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("naru-test-").FullName;

    public void Dispose()
    {
        StoreUnderTest.Forget(Path);
        Directory.Delete(Path, recursive: true);
    }
}
