using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Naru.Load.Scenarios;

namespace Naru.Load.Hosting;

/// <summary>
/// Compiles <c>bench/slowsync/slowsync.c</c> and preloads it into the gateway, so that every sync takes so much longer; counts
/// them too.
/// </summary>
internal sealed class SlowSync : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("naru-slowsync-");
    private readonly TimeSpan _delay;

    private SlowSync(TimeSpan delay) => _delay = delay;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library,
        ["NARU_SYNC_DELAY_US"] = ((long)_delay.TotalMicroseconds).ToString(CultureInfo.InvariantCulture),
        ["NARU_SYNC_COUNT_FILE"] = CountFile,
    };

    /// <summary>How many syncs the gateway did so far.</summary>
    public long Count => BitConverter.ToInt64(File.ReadAllBytes(CountFile));

    private string Library => Path.Combine(_folder.FullName, "slowsync.so");

    private string CountFile => Path.Combine(_folder.FullName, "count");

    public static async Task<SlowSync> BuildAsync(TimeSpan delay, CancellationToken cancellation)
    {
        var shim = new SlowSync(delay);
        try
        {
            await shim.CompileAsync(cancellation);
            await File.WriteAllBytesAsync(shim.CountFile, new byte[8], cancellation);
            return shim;
        }
        catch
        {
            shim.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task CompileAsync(CancellationToken cancellation)
    {
        var source = Path.Combine(_folder.FullName, "slowsync.c");
        await using (var text = Assembly.GetExecutingAssembly().GetManifestResourceStream("slowsync.c")!)
        await using (var file = File.Create(source))
            await text.CopyToAsync(file, cancellation);

        var start = new ProcessStartInfo("gcc") { UseShellExecute = false, RedirectStandardError = true };
        string[] arguments = ["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", Library, source, "-ldl"];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var gcc = StartCompiler(start);
        var errors = await gcc.StandardError.ReadToEndAsync(cancellation);
        await gcc.WaitForExitAsync(cancellation);
        if (gcc.ExitCode != 0)
            throw new ScenarioRefusedException($"slowsync.c did not compile: {errors}");
    }

    private static Process StartCompiler(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ScenarioRefusedException($"--sync-delay compiles a small C file and needs gcc: {e.Message}");
        }
    }
}
