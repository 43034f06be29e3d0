using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Naru.Server.Tests.Hosting;

/// <summary>
/// The real program in a process of its own: the tests see of it what anybody sees. It is ready when it says where it listens, which it does
/// after its store was opened; it is ended by its own id.
/// </summary>
internal sealed partial class NaruProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly long _startedAt;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? _url;

    private NaruProcess(Process process, long startedAt) => (_process, _startedAt) = (process, startedAt);

    public Uri Url => _url ?? throw new InvalidOperationException("The gateway was not awaited.");

    /// <summary>Everything it has written so far.</summary>
    public string Output => string.Join('\n', _output);

    public TimeSpan SinceStart => Stopwatch.GetElapsedTime(_startedAt);

    public bool HasExited => _process.HasExited;

    public static async Task<NaruProcess> StartAsync(NaruStart how)
    {
        var naru = Launch(how);
        await naru.UntilListeningAsync();
        return naru;
    }

    /// <summary>Starts it and does not wait.</summary>
    public static NaruProcess Launch(NaruStart how) =>
        Launch([how.Command, "--urls", how.Urls, "--data", how.DataFolder, .. how.Options], how.Settings);

    /// <summary>Runs a command that ends by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params IReadOnlyList<string> arguments)
    {
        await using var naru = Launch(arguments, new Dictionary<string, string>(StringComparer.Ordinal));
        return (await naru.UntilExitAsync(), naru.Output);
    }

    /// <summary>A start that is expected to fail.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(NaruStart how)
    {
        await using var naru = Launch(how);
        return (await naru.UntilExitAsync(), naru.Output);
    }

    public async Task UntilListeningAsync()
    {
        try
        {
            _url = await _listening.Task.WaitAsync(s_patience);
        }
        catch (TimeoutException e)
        {
            await KillAsync();
            throw new InvalidOperationException($"The gateway did not say where it listens:\n{Output}", e);
        }
    }

    public async Task<int> UntilExitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(s_patience);
        }
        catch (TimeoutException e)
        {
            await KillAsync();
            throw new InvalidOperationException($"The gateway did not end:\n{Output}", e);
        }

        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no warning, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public Task<int> StopAsync()
    {
        Signals.Terminate(_process);
        return UntilExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static NaruProcess Launch(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Naru.Server.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // The settings of whoever runs the tests are not the tests' settings.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Naru__", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        if (DataFolderAmong(arguments) is { } folder && StoreUnderTest.SettingFor(folder) is { } database)
            start.Environment["Naru__Storage"] = database;
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var naru = new NaruProcess(process, Stopwatch.GetTimestamp());
        process.OutputDataReceived += (_, line) => naru.Read(line.Data);
        process.ErrorDataReceived += (_, line) => naru.Read(line.Data);
        process.Exited += (_, _) => naru._listening.TrySetException(new InvalidOperationException($"The gateway ended:\n{naru.Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return naru;
    }

    private static string? DataFolderAmong(IReadOnlyList<string> arguments) =>
        arguments.SkipWhile(argument => argument != "--data").Skip(1).FirstOrDefault();

    private void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Groups[1].Value.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s""]+)")]
    private static partial Regex ListeningLine();
}
