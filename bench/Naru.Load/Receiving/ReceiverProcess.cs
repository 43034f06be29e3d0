using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Naru.Load.Machine;
using Naru.Load.Running;

namespace Naru.Load.Receiving;

/// <summary>The receiver of reports, which is this program once more: in another process, as a customer's would be.</summary>
internal sealed class ReceiverProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly SemaphoreSlim _oneQuestion = new(1);

    private ReceiverProcess(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Where it listens for pushes.</summary>
    public int Port { get; }

    public TimeSpan Cpu => _process.TotalProcessorTime;

    /// <param name="poll">The gateway to fetch reports from; null to be pushed to.</param>
    /// <param name="secret">Callbacks of the Sinch door are expected, signed with it; null: delivery reports of the Infobip door.</param>
    public static async Task<ReceiverProcess> StartAsync(int run, string apiKey, Uri? poll, CancellationToken cancellation, string? secret = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
        string[] arguments = ["receive", "--port", "0", "--run", $"{run}", "--key", apiKey, .. poll is null ? [] : new[] { "--poll", $"{poll}" },
            .. secret is null ? [] : new[] { "--secret", secret }];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        var process = Process.Start(start) ?? throw new InvalidOperationException("the receiver did not start");
        var line = await process.StandardOutput.ReadLineAsync(cancellation);
        return line is not null && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new ReceiverProcess(process, port)
            : throw new InvalidOperationException($"the receiver did not say its port: {line}");
    }

    public async Task<ReportCounts> CountsAsync(CancellationToken cancellation) =>
        JsonSerializer.Deserialize(await AskAsync("counts", cancellation), ReceivingJson.Default.ReportCounts)!;

    public Task ResetAsync(CancellationToken cancellation) => AskAsync("reset", cancellation);

    public async Task<ReportGaps> CompareAsync(AcceptedMessages accepted, CancellationToken cancellation)
    {
        using var file = new TemporaryFile("accepted");
        await File.WriteAllBytesAsync(file.Path, accepted.ToBytes(), cancellation);
        return JsonSerializer.Deserialize(await AskAsync($"compare {file.Path}", cancellation), ReceivingJson.Default.ReportGaps)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _oneQuestion.Dispose();
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellation)
    {
        await _oneQuestion.WaitAsync(cancellation);
        try
        {
            await _process.StandardInput.WriteLineAsync(question.AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
            return await _process.StandardOutput.ReadLineAsync(cancellation)
                ?? throw new IOException("the receiver has ended");
        }
        finally
        {
            _oneQuestion.Release();
        }
    }
}
