using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace Naru.Storage.Sqlite;

/// <summary>
/// Which SQLite is loaded: the system's where it is recent enough and has full-text search, else the bundled one (3.35.5). The
/// bundle is held at an old version, see Directory.Packages.props.
/// </summary>
public static class NativeSqlite
{
    private const string Bundled = "e_sqlite3";

    /// <summary>3.40.0: what we test against on Debian 12.</summary>
    private const int RecentEnough = 3_040_000;

    /// <summary>SQLITE_CONFIG_MULTITHREAD</summary>
    private const int ConfigMultiThread = 2;

    /// <summary>SQLITE_CONFIG_MEMSTATUS</summary>
    private const int ConfigMemStatus = 9;

    private static readonly Lazy<string> s_version = new(Load);

    /// <summary>Loads the library, once in the process, and says its version.</summary>
    public static string EnsureLoaded() => s_version.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"), Resolve);
        Batteries_V2.Init();

        // Every connection is used by one thread at a time, so SQLite need not lock itself at each call; and nobody reads its count of
        // allocated memory, which takes a lock at every allocation. Both must be said before the library starts.
        raw.sqlite3_config(ConfigMultiThread);
        raw.sqlite3_config(ConfigMemStatus, 0);
        return raw.sqlite3_libversion().utf8_to_string();
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? paths)
    {
        if (library != Bundled)
        {
            return 0;
        }

        foreach (var name in SystemNames())
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                if (Usable(handle))
                {
                    return handle;
                }

                NativeLibrary.Free(handle);
            }
        }

        // 0: the runtime goes on as if there were no resolver, and finds the bundled one.
        return 0;
    }

    private static string[] SystemNames() =>
        OperatingSystem.IsLinux() ? ["libsqlite3.so.0"] : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"] : [];

    private static unsafe bool Usable(nint handle)
    {
        if (!NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var version)
            || !NativeLibrary.TryGetExport(handle, "sqlite3_compileoption_used", out var option)
            || !NativeLibrary.TryGetExport(handle, "sqlite3_threadsafe", out var threadsafe))
        {
            return false;
        }

        fixed (byte* fts5 = Encoding.ASCII.GetBytes("ENABLE_FTS5\0"))
        {
            return ((delegate* unmanaged[Cdecl]<int>)version)() >= RecentEnough
                && ((delegate* unmanaged[Cdecl]<int>)threadsafe)() != 0
                && ((delegate* unmanaged[Cdecl]<byte*, int>)option)(fts5) != 0;
        }
    }
}
