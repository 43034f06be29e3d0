namespace Naru.Engine.Alarms;

/// <summary>How much room there is where the gateway keeps its data.</summary>
public interface IDiskGauge
{
    /// <summary>Null where that cannot be known.</summary>
    DiskRoom? Look();
}

/// <param name="Folder">The one that was asked for.</param>
/// <param name="Free">Bytes that this process may still use.</param>
public readonly record struct DiskRoom(string Folder, long Free);
