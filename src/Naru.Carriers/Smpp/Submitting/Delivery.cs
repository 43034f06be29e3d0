using Naru.Carriers.Smpp.Protocol;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Submitting;

/// <summary>An attempt on its way: one or more parts, one answer. Thread-safe.</summary>
internal sealed class Delivery
{
    private readonly Lock _lock = new();
    private readonly GatewayClock _clock;
    private readonly Action<Delivery> _settled;
    private readonly DateTimeOffset _notAfter;
    private int _open;

    /// <param name="settled">Called once, when its answer stands.</param>
    public Delivery(int index, Handover handover, IReadOnlyList<ShortMessage> parts, GatewayClock clock, Action<Delivery> settled)
    {
        (Index, Attempt, _notAfter, _clock, _settled) = (index, handover.Id, handover.NotAfter, clock, settled);
        Parts = [.. parts.Select((part, i) => new SubmittedPart(this, i + 1, part))];
        _open = Parts.Count;
    }

    /// <summary>Its place in the batch.</summary>
    public int Index { get; }

    public AttemptId Attempt { get; }

    public IReadOnlyList<SubmittedPart> Parts { get; }

    /// <summary>What the engine is told; null before all parts are settled.</summary>
    public CarrierAnswer? Answer { get; private set; }

    /// <summary>Whether the phone could come to have a part of it.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_lock)
            {
                return Parts.Any(static part => part.State is PartState.Taken or PartState.Recording or PartState.Out or PartState.Unclear);
            }
        }
    }

    /// <summary>The last look before the socket: its time, and whether another part has failed meanwhile.</summary>
    public bool MayLeave(SubmittedPart part)
    {
        lock (_lock)
        {
            if (part.State is not (PartState.Waiting or PartState.Held))
            {
                return false;
            }

            var why = _clock.Now >= _notAfter ? "its time was over"
                : Parts.Any(static other => other.State is PartState.Refused or PartState.NotSent or PartState.Unclear) ? "another part of it did not get through"
                : null;
            part.State = why is null ? PartState.Out : part.State;
            if (why is null)
            {
                return true;
            }

            part.NotSent(why);
            return false;
        }
    }

    /// <summary>False when it is settled already.</summary>
    public bool Hold(SubmittedPart part)
    {
        lock (_lock)
        {
            if (part.State != PartState.Out)
            {
                return false;
            }

            part.State = PartState.Held;
            return true;
        }
    }

    /// <summary>False when it is settled already.</summary>
    public bool Recording(SubmittedPart part, string messageId)
    {
        lock (_lock)
        {
            if (part.State != PartState.Out)
            {
                return false;
            }

            (part.State, part.MessageId) = (PartState.Recording, messageId);
            return true;
        }
    }

    public void Settle(SubmittedPart part, PartState state, string? note)
    {
        var isLast = false;
        lock (_lock)
        {
            if (part.State >= PartState.Taken)
            {
                return;
            }

            (part.State, part.Note) = (state, note);
            isLast = --_open == 0;
            if (isLast)
            {
                Answer = Conclude();
            }
        }

        if (isLast)
        {
            _settled(this);
        }
    }

    private CarrierAnswer Conclude()
    {
        if (Find(PartState.Refused) is { } refused)
        {
            return CarrierAnswer.Done(refused.Note!, _clock.Now, Find(PartState.Taken)?.MessageId);
        }

        if (Find(PartState.Unclear) is { } unclear)
        {
            return CarrierAnswer.Unclear(unclear.Note!);
        }

        if (Find(PartState.NotSent) is { } notSent)
        {
            return Find(PartState.Taken) is { } taken
                ? CarrierAnswer.Done(SmppResults.PartlySent, _clock.Now, taken.MessageId)
                : CarrierAnswer.NotSent(notSent.Note!);
        }

        var first = Parts[0];
        return first.Note is { } code
            ? CarrierAnswer.Done(code, _clock.Now, first.MessageId)
            : CarrierAnswer.Taken(first.MessageId.Length == 0 ? null : first.MessageId);
    }

    private SubmittedPart? Find(PartState state)
    {
        foreach (var part in Parts)
        {
            if (part.State == state)
            {
                return part;
            }
        }

        return null;
    }
}
