using Naru.Engine.Ports;

namespace Naru.Storage.Sqlite;

/// <summary>One process owns a data folder: two would each believe that they own every message in it.</summary>
internal static class FolderLock
{
    /// <summary>Held until disposed, and by the operating system no longer than the process lives.</summary>
    public static IDisposable Take(SqliteStoreOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.Folder);
            return new FileStream(options.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new StoreRefusedException($"The data folder '{options.Folder}' cannot be written: {refused.Message} Give the user who runs Naru the right to, or choose another folder.", refused);
        }
        catch (IOException taken)
        {
            throw new StoreRefusedException(
                $"The data folder '{options.Folder}' is in use by another process, or cannot be written ({taken.Message}). Stop that process, or give this one a folder of its own.", taken);
        }
    }
}
