using System.Runtime.InteropServices;

namespace Naru.Load.Machine;

/// <summary>What the tool needs of the C library and .NET does not offer.</summary>
internal static partial class NativeCalls
{
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static partial int FlushData(SafeHandle file);
}
