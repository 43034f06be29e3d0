using System.Collections.Concurrent;
using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Submitting;

/// <summary>
/// What one bind carries of a batch: keeps its window full from what is left, until nothing is, the link ends, or the carrier asks for patience. Then the rest is
/// for other binds, or goes back.
/// </summary>
internal sealed class Carriage(SmppLink link, Pause pause, Handout handout, SmppOptions options, TimeProvider time, IAnswerBook book)
{
    private const string Patience = "the carrier asked for patience";
    private const string OutOfTime = "its batch took too long";

    private readonly List<SubmittedPart> _chunk = new(options.Window);
    private readonly Queue<SubmittedPart> _drawn = new();
    private readonly ConcurrentQueue<SubmittedPart> _held = new();
    private readonly long _began = time.GetTimestamp();
    private volatile bool _isClosed;

    private bool IsOver => time.GetElapsedTime(_began) >= options.BatchTime;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (link.IsUp && !IsOver && !cancellationToken.IsCancellationRequested)
        {
            var paused = pause.Left;
            if (paused > TimeSpan.Zero)
            {
                GiveUpWhatHasNotBegun();
            }
            else
            {
                Fill();
            }

            if (_chunk.Count > 0)
            {
                await link.SubmitAsync(_chunk);
                _chunk.Clear();
            }
            else if (link.SubmitsOut == 0 && _held.IsEmpty && _drawn.Count == 0 && (paused > TimeSpan.Zero || handout.IsDrawn))
            {
                return;
            }
            else
            {
                var end = options.BatchTime - time.GetElapsedTime(_began);
                await link.Changed.WaitAsync(paused > TimeSpan.Zero && paused < end ? paused : end > TimeSpan.Zero ? end : TimeSpan.Zero, cancellationToken);
            }
        }

        var why = IsOver ? OutOfTime : "the link to the carrier was lost before";
        _isClosed = true;
        GiveBackHeld(why);
        while (_drawn.TryDequeue(out var part))
        {
            part.NotSent(why);
        }
    }

    public void Answered(SubmittedPart part, uint status, ReadOnlySpan<byte> body)
    {
        if (status == SmppStatus.Ok)
        {
            var id = SmppAnswers.ReadMessageId(body, out var fault);
            pause.Ease();
            book.Taken(part, fault is null ? id : "");
        }
        else if (SmppResults.AsksForPatience(status))
        {
            book.Throttled(status, pause.Begin());
            if (part.Delivery.Parts.Count == 1)
            {
                part.NotSent(Patience);
            }
            else if (part.Delivery.Hold(part))
            {
                _held.Enqueue(part);
                if (_isClosed)
                {
                    GiveBackHeld(Patience); // nobody looks into the queue any more
                }
            }
        }
        else if (SmppResults.BlamesTheSession(status))
        {
            part.NotSent("the carrier says that the bind is not in order");
            link.End($"the carrier answered a submission with status 0x{status:X8}");
        }
        else
        {
            book.Refused(status);
            part.Delivery.Settle(part, PartState.Refused, SmppResults.OfStatus(status));
        }
    }

    /// <summary>The engine was told "unclear"; the id still says which attempt a receipt is for.</summary>
    public void AnsweredLate(SubmittedPart part, uint status, ReadOnlySpan<byte> body)
    {
        if (status == SmppStatus.Ok && SmppAnswers.ReadMessageId(body, out var fault) is { Length: > 0 } id && fault is null)
        {
            book.TakenLate(part, id);
        }
    }

    private void GiveBackHeld(string why)
    {
        while (_held.TryDequeue(out var part))
        {
            part.NotSent(why);
        }
    }

    private void Fill()
    {
        for (var room = options.Window - link.SubmitsOut; room > 0; room--)
        {
            if (!_held.TryDequeue(out var part) && !_drawn.TryDequeue(out part))
            {
                if (handout.Draw() is not { } delivery)
                {
                    return;
                }

                foreach (var next in delivery.Parts)
                {
                    next.Carriage = this;
                    _drawn.Enqueue(next);
                }

                part = _drawn.Dequeue();
            }

            _chunk.Add(part);
        }
    }

    /// <summary>A message of which something may be at the carrier is finished after the pause; the others go back now.</summary>
    private void GiveUpWhatHasNotBegun()
    {
        for (var i = _held.Count; i > 0 && _held.TryDequeue(out var part); i--)
        {
            if (part.Delivery.HasBegun)
            {
                _held.Enqueue(part);
            }
            else
            {
                part.NotSent(Patience);
            }
        }

        for (var i = _drawn.Count; i > 0; i--)
        {
            var part = _drawn.Dequeue();
            if (part.Delivery.HasBegun)
            {
                _drawn.Enqueue(part);
            }
            else
            {
                part.NotSent(Patience);
            }
        }
    }
}

/// <summary>Where answers are written down before the engine hears of them.</summary>
internal interface IAnswerBook
{
    void Taken(SubmittedPart part, string messageId);

    void TakenLate(SubmittedPart part, string messageId);

    void Refused(uint status);

    /// <param name="pause">How long the bind pauses; null where it does already.</param>
    void Throttled(uint status, TimeSpan? pause);
}
