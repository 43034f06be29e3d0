using Microsoft.AspNetCore.Http;
using Naru.Core.Senders;

namespace Naru.Console.Pages.Senders;

/// <summary>Which senders are listed.</summary>
/// <param name="Text">A part of channel, name or key.</param>
public sealed record SenderSearch(string Text, SenderState? State)
{
    public bool IsNarrowed => Text.Length > 0 || State is not null;

    public static SenderSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(),
        Enum.TryParse<SenderState>(query["state"], out var state) && Enum.IsDefined(state) ? state : null);

    /// <summary>One that is gone is listed only where it is asked for.</summary>
    public bool Matches(Sender sender) =>
        (State is { } state ? sender.State == state : sender.State != SenderState.Deleted)
        && (Text.Length == 0
            || sender.ChannelName.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || sender.Latest.Name.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || sender.Details.Name.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || sender.Key.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
