using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Receipts;

/// <summary>A deliver_sm that waits for its answer.</summary>
internal sealed record Arrival(SmppLink Link, uint Sequence, ShortMessage Message, DateTimeOffset At)
{
    /// <summary>Null for a text that somebody sent.</summary>
    public DeliveryReceipt? Receipt { get; } = DeliveryReceipt.Read(Message);

    /// <summary>For a whole text: the name under which it went on.</summary>
    public string? Reference { get; set; }

    /// <summary>A notice on the way, which is no result (esm_class 0x20).</summary>
    public bool IsIntermediate => (Message.Class & EsmClass.TypeMask) == EsmClass.IntermediateNotification;
}
