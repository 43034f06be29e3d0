using Naru.Core.Messages;

namespace Naru.Engine;

/// <summary>Reports on lease to one reader. Dispose without <see cref="ConfirmAsync"/> gives them back to the queue.</summary>
public sealed class PulledReports(IReadOnlyList<Message> messages, Func<ValueTask> confirm, Action release) : IDisposable
{
    private bool _settled;

    public IReadOnlyList<Message> Messages { get; } = messages;

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
