using System.Diagnostics;
using System.Globalization;

namespace Naru.Load.Hosting;

/// <summary>What the kernel says of a process (<c>/proc/PID/status</c> and <c>/proc/PID/io</c>).</summary>
/// <param name="Resident">Bytes of memory in use.</param>
/// <param name="PeakResident">The most it ever was.</param>
/// <param name="Cpu">User and system time so far.</param>
/// <param name="ToDisk"><c>write_bytes</c>: bytes that went, or will go, to a disk; nothing on tmpfs.</param>
/// <param name="Written"><c>wchar</c>: bytes handed to write calls, sockets (which use send) not included.</param>
internal sealed record ProcessFigures(long Resident, long PeakResident, TimeSpan Cpu, long ToDisk, long Written)
{
    public static ProcessFigures Read(int process)
    {
        var status = Members($"/proc/{process}/status");
        var io = Members($"/proc/{process}/io");
        using var running = Process.GetProcessById(process);
        return new ProcessFigures(
            KiloBytes(status["VmRSS"]),
            KiloBytes(status["VmHWM"]),
            running.TotalProcessorTime,
            long.Parse(io["write_bytes"], CultureInfo.InvariantCulture),
            long.Parse(io["wchar"], CultureInfo.InvariantCulture));
    }

    private static Dictionary<string, string> Members(string file) => File.ReadLines(file)
        .Select(line => line.Split(':', 2))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => parts[1].Trim());

    private static long KiloBytes(string value) => long.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
}
