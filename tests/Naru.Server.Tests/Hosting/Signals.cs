using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Naru.Server.Tests.Hosting;

/// <summary>What a service manager says to a process.</summary>
internal static partial class Signals
{
    private const int Sigterm = 15;

    public static void Terminate(Process process)
    {
        if (Kill(process.Id, Sigterm) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
