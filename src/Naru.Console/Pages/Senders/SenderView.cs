using Naru.Console.Pages.Provisioning;
using Naru.Core.Senders;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Senders;

/// <summary>A sender as its page shows it.</summary>
/// <param name="Templates">How many it has.</param>
/// <param name="Code">Null where no code is waited for.</param>
public sealed record SenderView(Sender Sender, HistoryView History, int Templates, CodeStanding? Code)
{
    /// <summary>What the reviewer said at the last rejection.</summary>
    public string? Verdict => History.Verdict;

    public static async ValueTask<SenderView> ReadAsync(Sender sender, int? skip, WorkspaceDirectory directory, GatewayClock clock, CancellationToken cancellationToken) => new(
        sender,
        await HistoryView.ReadAsync(directory, sender.Key, null, skip, cancellationToken),
        directory.TemplatesOf(sender.Key).Count,
        CodeStanding.Of(sender, clock.Now));
}
