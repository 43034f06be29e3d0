using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Submitting;

internal enum PartState : byte
{
    /// <summary>Not given to a socket.</summary>
    Waiting = 0,

    Out = 1,

    /// <summary>Refused with "not now" while another part of its message may be taken: it is tried again.</summary>
    Held = 2,

    /// <summary>Taken; its message id is being written down.</summary>
    Recording = 3,
    Taken = 4,
    Refused = 5,
    NotSent = 6,
    Unclear = 7,
}

/// <summary>One submit_sm. Its changes go through its <see cref="Delivery"/>, one at a time.</summary>
internal sealed class SubmittedPart(Delivery delivery, int number, ShortMessage message) : Request, ISubmission
{
    public Delivery Delivery { get; } = delivery;

    /// <summary>From 1.</summary>
    public int Number { get; } = number;

    /// <summary>Only its <see cref="Delivery"/> writes it.</summary>
    public PartState State { get; set; }

    /// <summary>Why it is where it is; the result code where it was refused.</summary>
    public string? Note { get; set; }

    public string MessageId { get; set; } = "";

    /// <summary>Who carries it.</summary>
    public Carriage? Carriage { get; set; }

    public override bool IsSubmit => true;

    Request ISubmission.Request => this;

    public bool MayLeave() => Delivery.MayLeave(this);

    public void NotSent(string why) => Delivery.Settle(this, PartState.NotSent, why);

    public void Write(PduWriter writer) => message.Write(writer);

    public override void Answered(uint status, ReadOnlySpan<byte> body) => Carriage!.Answered(this, status, body);

    public override void Lost(string why) => Delivery.Settle(this, PartState.Unclear, why);

    public override void AnsweredLate(uint status, ReadOnlySpan<byte> body) => Carriage!.AnsweredLate(this, status, body);
}
