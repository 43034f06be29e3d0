namespace Naru.Load.Hosting;

/// <summary>An empty folder for one run, made inside the given one; deleted again unless it is to be kept.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly bool _keep;

    public DataFolder(string parent, bool keep)
    {
        _keep = keep;
        var number = 1;
        string path;
        do
        {
            path = System.IO.Path.GetFullPath(System.IO.Path.Combine(parent, $"naru-load-{Environment.ProcessId}-{number++}"));
        }
        while (Directory.Exists(path));
        Path = Directory.CreateDirectory(path).FullName;
        Store = Directory.CreateDirectory(System.IO.Path.Combine(Path, "store")).FullName;
    }

    public string Path { get; }

    /// <summary>What the gateway gets as its data folder.</summary>
    public string Store { get; }

    public string Log => System.IO.Path.Combine(Path, "server.log");

    /// <summary>Bytes of all files the gateway keeps.</summary>
    public long Size() => SizeOf("*");

    /// <summary>Bytes of the write-ahead logs among them.</summary>
    public long LogSize() => SizeOf("*-wal");

    public void Dispose()
    {
        if (!_keep)
            Directory.Delete(Path, recursive: true);
    }

    private long SizeOf(string pattern) => new DirectoryInfo(Store)
        .EnumerateFiles(pattern, SearchOption.AllDirectories)
        .Sum(file => file.Exists ? file.Length : 0);
}
