using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <summary>
/// One thing that is asked of the book. It names what it has to read, then decides on the page, and is answered when what it changed is durable.
/// Everything but the answer is synchronous and pure.
/// </summary>
internal abstract class BookOrder(WorkspaceId workspace)
{
    public WorkspaceId Workspace => workspace;

    /// <summary>The contacts that it decides on.</summary>
    public virtual void Name(ContactLookup lookup, bool unified)
    {
    }

    /// <summary>The conversations that it decides on, where the contacts are known.</summary>
    public virtual void Name(ConversationLookup lookup, BookPage page)
    {
    }

    /// <summary>False where the turn has changed what it needs to know: it decides in the next one, on what is read then.</summary>
    public abstract bool Decide(BookPage page);

    /// <summary>What it decided is durable.</summary>
    public abstract void Answer();

    public abstract void Fail(TalkFault fault);

    public abstract void Fail(Exception failure);
}

/// <typeparam name="T">What is answered.</typeparam>
internal abstract class BookOrder<T>(WorkspaceId workspace) : BookOrder(workspace)
    where T : class
{
    private readonly TaskCompletionSource<TalkResult<T>> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TalkResult<T> _result;

    public Task<TalkResult<T>> Answered => _answered.Task;

    public sealed override bool Decide(BookPage page)
    {
        if (Try(page) is not { } result)
        {
            return false;
        }

        _result = result;
        return true;
    }

    public sealed override void Answer() => _answered.TrySetResult(_result);

    public sealed override void Fail(TalkFault fault) => _answered.TrySetResult(fault);

    public sealed override void Fail(Exception failure) => _answered.TrySetException(failure);

    /// <summary>Null: not in this turn. A fault changes nothing.</summary>
    protected abstract TalkResult<T>? Try(BookPage page);
}
