using Naru.Core.Inbound;
using Naru.Core.Messages;

namespace Naru.Engine;

/// <summary>What one reader has on lease of a pull queue. Dispose without <see cref="ConfirmAsync"/> gives it back to the queue.</summary>
public abstract class Pulled<T>(IReadOnlyList<T> items, Func<ValueTask> confirm, Action release) : IDisposable
{
    private bool _settled;

    protected IReadOnlyList<T> Items { get; } = items;

    /// <summary>The answer was flushed: they are not given out again.</summary>
    public async ValueTask ConfirmAsync()
    {
        _settled = true;
        await confirm();
    }

    public void Dispose()
    {
        if (!_settled)
        {
            _settled = true;
            release();
        }
    }
}

/// <summary>Reports on lease to one reader.</summary>
public sealed class PulledReports(IReadOnlyList<Message> messages, Func<ValueTask> confirm, Action release) : Pulled<Message>(messages, confirm, release)
{
    public IReadOnlyList<Message> Messages => Items;
}

/// <summary>Texts that came in, on lease to one reader.</summary>
/// <param name="pending">How many wait besides.</param>
public sealed class PulledTexts(IReadOnlyList<InboundText> texts, long pending, Func<ValueTask> confirm, Action release) : Pulled<InboundText>(texts, confirm, release)
{
    public IReadOnlyList<InboundText> Texts => Items;

    public long Pending { get; } = pending;
}
