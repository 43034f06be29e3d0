using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Naru.Load.Running;

namespace Naru.Load.Machine;

/// <summary>How long this disk takes to make 4 kB durable: the floor under every durable figure.</summary>
internal sealed record FsyncProbe(TimeSpan P50, TimeSpan P99)
{
    private const int Times = 300;

    /// <summary>Appends 4 kB and calls fdatasync, 300 times, in a file of its own in <paramref name="folder"/>.</summary>
    public static FsyncProbe Measure(string folder)
    {
        var path = Path.Combine(folder, $".naru-fsync-{Environment.ProcessId}");
        var page = new byte[4096];
        var times = new LatencyHistogram();
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, options: FileOptions.DeleteOnClose);
        for (var i = 0; i < Times; i++)
        {
            page.AsSpan().Fill((byte)i);
            RandomAccess.Write(file, page, i * (long)page.Length);
            var start = Stopwatch.GetTimestamp();
            if (NativeCalls.FlushData(file) != 0)
                throw new Win32Exception(Marshal.GetLastPInvokeError(), $"fdatasync in {folder}");
            times.Record(Stopwatch.GetTimestamp() - start);
        }

        return new FsyncProbe(times.Percentile(0.5), times.Percentile(0.99));
    }
}
