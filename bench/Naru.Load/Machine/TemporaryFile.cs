namespace Naru.Load.Machine;

/// <summary>A new file in the system's temporary folder, gone when disposed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("naru-load-");

    public TemporaryFile(string name)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(Path, []);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
