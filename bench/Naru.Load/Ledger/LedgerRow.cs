using System.Globalization;
using Naru.Load.Hosting;
using Naru.Load.Machine;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Ledger;

/// <summary>A line of <c>bench/LEDGER.md</c>; the columns stand there.</summary>
internal static class LedgerRow
{
    public static string Of(string what, MachineLine machine, ServedResult run, ServedResult twin)
    {
        string[] columns =
        [
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            machine.Commit,
            run.Faults.Concat(twin.Faults).Any() ? $"{what} **(with faults)**" : what,
            Count(run.Scenario.MessagesPerSecond),
            Time(run.Scenario.P50),
            Time(run.Scenario.P99),
            Bytes(run.PeakResident),
            $"{Count(run.WrittenPerMessage)} B",
            $"{Count(run.KeptPerMessage)} B",
            $"{Time(machine.Fsync.P50)} / {Time(machine.Fsync.P99)}",
            $"{Count(twin.Scenario.MessagesPerSecond)} msg/s, {Time(twin.Scenario.P50)} / {Time(twin.Scenario.P99)}",
        ];
        return $"| {string.Join(" | ", columns)} |";
    }
}
