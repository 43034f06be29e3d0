using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Naru.Load.Machine;

/// <summary>Where and with what a figure was measured; without it, it says nothing.</summary>
internal sealed record MachineLine(string Cpu, int Cores, string Kernel, string Runtime, string Commit, FsyncProbe Fsync)
{
    /// <param name="folder">The folder whose disk is asked: that of the gateway's data where it is known.</param>
    public static MachineLine Read(string folder) => new(
        CpuModel(),
        Environment.ProcessorCount,
        File.Exists("/proc/sys/kernel/osrelease") ? File.ReadAllText("/proc/sys/kernel/osrelease").Trim() : RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        CommitHash(),
        FsyncProbe.Measure(folder));

    public override string ToString() =>
        $"{Cores} cores, {Cpu}; Linux {Kernel}; {Runtime}; commit {Commit}; " +
        $"fdatasync of 4 kB p50 {Figures.Time(Fsync.P50)}, p99 {Figures.Time(Fsync.P99)}";

    private static string CpuModel() =>
        File.Exists("/proc/cpuinfo")
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line.Split(':', 2)[1].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    // "-dirty" when files differ from the commit: such a figure does not belong into the ledger.
    private static string CommitHash()
    {
        var start = new ProcessStartInfo("git") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-C", AppContext.BaseDirectory, "describe", "--always", "--dirty", "--abbrev=10", "--exclude", "*"];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var git = Process.Start(start);
            var hash = git?.StandardOutput.ReadToEnd().Trim();
            return string.IsNullOrEmpty(hash) ? "unknown" : hash;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown (no git)";
        }
    }
}
