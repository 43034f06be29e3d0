using System.Runtime.CompilerServices;
using Naru.Storage.Sqlite;

namespace Naru.Tests;

/// <summary>
/// Each function of SQLite is bound at its first call. A test that opens a file by itself, before anything chose the library, would bind some functions
/// to one library and leave the rest to another: the process dies of it much later. Compiled into every test project that opens files of SQLite.
/// </summary>
internal static class OneSqlite
{
    [ModuleInitializer]
    internal static void Choose() => NativeSqlite.EnsureLoaded();
}
