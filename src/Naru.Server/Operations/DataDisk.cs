using Naru.Engine.Alarms;

namespace Naru.Server.Operations;

/// <summary>The disk of the data folder, which holds the SQLite store, the keys and what the carriers keep. That of a PostgreSQL server is its own to watch.</summary>
internal sealed class DataDisk(string folder) : IDiskGauge
{
    public DiskRoom? Look() => new DiskRoom(folder, new DriveInfo(folder).AvailableFreeSpace);
}
