using System.Text;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Fakes.Smsc;

/// <summary>Writes delivery receipts as appendix B of SMPP 3.4 proposes.</summary>
public static class SmscReceipt
{
    /// <summary>Of a message that nobody here knows any more.</summary>
    public static readonly ShortMessage Blank = new() { From = new SmppAddress(0, 1, "15771577"), To = new SmppAddress(1, 1, "821012345678") };

    public static ShortMessage Of(ShortMessage submitted, string id, string state, SmscReaction reaction)
    {
        var now = TimeProvider.System.GetUtcNow().ToString("yyMMddHHmm");
        var delivered = state == "DELIVRD" ? "001" : "000";
        return new ShortMessage
        {
            From = submitted.To,
            To = submitted.From with { Ton = submitted.From.Ton == 5 ? (byte)0 : submitted.From.Ton },
            Class = EsmClass.DeliveryReceipt,
            Text = Encoding.ASCII.GetBytes($"id:{id} sub:001 dlvrd:{delivered} submit date:{now} done date:{now} stat:{state} err:{reaction.Error} text:"),
            Parameters = reaction.WithParameters
                ? [new Tlv(TlvTag.ReceiptedMessageId, Encoding.ASCII.GetBytes(id + "\0")), Tlv.Of(TlvTag.MessageState, StateOf(state))]
                : [],
        };
    }

    private static byte StateOf(string state) => state switch
    {
        "ENROUTE" => 1,
        "DELIVRD" => 2,
        "EXPIRED" => 3,
        "DELETED" => 4,
        "UNDELIV" => 5,
        "ACCEPTD" => 6,
        "REJECTD" => 8,
        _ => 7,
    };
}
