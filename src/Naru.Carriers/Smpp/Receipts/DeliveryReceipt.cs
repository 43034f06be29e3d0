using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Receipts;

/// <summary>
/// What a deliver_sm says of a message that was submitted before: by its parameters (message_state, receipted_message_id), or by the text that the
/// specification's appendix B proposes and nearly all carriers write: <c>id:… sub:001 dlvrd:001 submit date:… done date:… stat:DELIVRD err:000 text:…</c>.
/// </summary>
/// <param name="ParameterId">The id in receipted_message_id; null = none.</param>
/// <param name="TextId">The id in the text; null = none.</param>
/// <param name="Error">The carrier's own number for the reason, as it wrote it; null = none.</param>
/// <param name="DoneDate">As it was written, in the carrier's own zone: <c>yyMMddHHmm</c> or with seconds.</param>
internal sealed partial record DeliveryReceipt(string? ParameterId, string? TextId, ReceiptState State, string? Error, string? DoneDate)
{
    /// <summary>Octets of a receipt that are looked at; all that counts stands at its beginning.</summary>
    private const int MaxText = 1_000;

    /// <summary>Null for a message that is no receipt.</summary>
    public static DeliveryReceipt? Read(ShortMessage message)
    {
        var parameterId = message.Parameters.Find(TlvTag.ReceiptedMessageId) is { } tlv ? Encoding.Latin1.GetString(tlv.Value.Span).TrimEnd('\0').Trim() : null;
        var stateNumber = message.Parameters.Find(TlvTag.MessageState)?.Number;
        var isMarked = (message.Class & EsmClass.TypeMask) == EsmClass.DeliveryReceipt;

        // Some carriers leave esm_class at 0: the two parameters together stand in receipts only.
        if (!isMarked && (parameterId is null || stateNumber is null))
        {
            return null;
        }

        var text = Encoding.Latin1.GetString(message.Payload.Span[..Math.Min(message.Payload.Length, MaxText)]);
        var fields = Fields(text);
        var state = stateNumber is >= 1 and <= 8 ? (ReceiptState)stateNumber : StateOf(fields.GetValueOrDefault("stat"));
        return new DeliveryReceipt(
            NullIfEmpty(parameterId), NullIfEmpty(fields.GetValueOrDefault("id")), state,
            NullIfEmpty(fields.GetValueOrDefault("err")) ?? NetworkError(message), NullIfEmpty(fields.GetValueOrDefault("done date")));
    }

    /// <summary>When the carrier says it happened; null where it says nothing that can be true.</summary>
    /// <param name="zone">The carrier's zone; null: nobody knows it, so its date says nothing.</param>
    public DateTimeOffset? DoneAt(TimeZoneInfo? zone, DateTimeOffset now)
    {
        if (zone is null || DoneDate is null
            || !DateTime.TryParseExact(DoneDate, ["yyMMddHHmmss", "yyMMddHHmm", "yyyyMMddHHmmss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || zone.IsInvalidTime(local))
        {
            return null;
        }

        var at = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return at <= now && at > now - TimeSpan.FromDays(7) ? at : null;
    }

    private static Dictionary<string, string> Fields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Field().Matches(text))
        {
            fields.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value);
        }

        return fields;
    }

    private static ReceiptState StateOf(string? word) => word?.ToUpperInvariant() switch
    {
        "DELIVRD" or "DELIVERED" => ReceiptState.Delivered,
        "EXPIRED" => ReceiptState.Expired,
        "DELETED" => ReceiptState.Deleted,
        "UNDELIV" or "UNDELIVERABLE" or "FAILED" => ReceiptState.Undeliverable,
        "ACCEPTD" or "ACCEPTED" => ReceiptState.Accepted,
        "UNKNOWN" => ReceiptState.Unknown,
        "REJECTD" or "REJECTED" => ReceiptState.Rejected,
        "ENROUTE" or "BUFFERD" or "BUFFERED" => ReceiptState.Enroute,
        _ => ReceiptState.None,
    };

    /// <summary>A network type and a number of two octets (§5.3.2.31).</summary>
    private static string? NetworkError(ShortMessage message) =>
        message.Parameters.Find(TlvTag.NetworkErrorCode) is { Value.Length: 3 } error
            ? ((error.Value.Span[1] << 8) | error.Value.Span[2]).ToString("D3", CultureInfo.InvariantCulture)
            : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"\b(?<name>id|sub|dlvrd|submit date|done date|stat|err):\s*(?<value>[^\s]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Field();
}
