using System.Text.Json;

namespace Naru.Load.Receiving;

/// <summary>
/// What the receiving process hears on its standard input, a line each: <c>counts</c>, <c>reset</c>, <c>compare FILE</c>. When the
/// input ends, so does the process: it never outlives its parent.
/// </summary>
internal static class ReceiverConversation
{
    public static async Task RunAsync(ReportTally tally, TextReader input, TextWriter output, CancellationToken cancellation)
    {
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            var answer = line.Split(' ', 2) switch
            {
                ["counts"] => JsonSerializer.Serialize(tally.Counts(), ReceivingJson.Default.ReportCounts),
                ["reset"] => Reset(tally),
                ["compare", var file] => JsonSerializer.Serialize(
                    tally.Compare(await File.ReadAllBytesAsync(file, cancellation)), ReceivingJson.Default.ReportGaps),
                _ => throw new InvalidDataException($"not understood: {line}"),
            };
            await output.WriteLineAsync(answer);
            await output.FlushAsync(cancellation);
        }
    }

    private static string Reset(ReportTally tally)
    {
        tally.Reset();
        return "ok";
    }
}
