namespace Naru.Carriers.Smpp.Links;

/// <summary>A PDU that waits for its answer. Exactly one of its ends is told, once; a late answer afterwards.</summary>
internal abstract class Request
{
    /// <summary>By <see cref="TimeProvider.GetTimestamp"/>; set when it is about to leave.</summary>
    public long LeftAt { get; set; }

    public virtual bool IsSubmit => false;

    public abstract void Answered(uint status, ReadOnlySpan<byte> body);

    /// <summary>No answer came in time, or none can come any more: the link is gone.</summary>
    public abstract void Lost(string why);

    /// <summary>The answer came after it was given up.</summary>
    public virtual void AnsweredLate(uint status, ReadOnlySpan<byte> body)
    {
    }
}

/// <summary>A request of the session itself: bind, enquire_link, unbind.</summary>
internal sealed class SessionRequest : Request
{
    private readonly TaskCompletionSource<(uint Status, byte[] Body)?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null when no answer came.</summary>
    public Task<(uint Status, byte[] Body)?> Answer => _answer.Task;

    public override void Answered(uint status, ReadOnlySpan<byte> body) => _answer.TrySetResult((status, body.ToArray()));

    public override void Lost(string why) => _answer.TrySetResult(null);
}
