using System.Text.RegularExpressions;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Fakes.Smsc;

/// <summary>What SMPP 3.4 asks of an ESME beyond the form of its PDUs. Pure.</summary>
public static partial class SmscRules
{
    private static readonly byte[] s_codings = [0, 1, 3, 4, 8, 14];

    /// <summary>Every rule that a submission breaks.</summary>
    public static IEnumerable<string> BrokenBy(ShortMessage message)
    {
        var payload = message.Parameters.Find(TlvTag.MessagePayload);
        if (payload is not null && !message.Text.IsEmpty)
            yield return "short_message and message_payload exclude each other (4.4.1)";
        if (payload is null && message.Text.IsEmpty)
            yield return "there is no text";
        if (!message.To.Text.All(char.IsAsciiDigit) || message.To.Text.Length is < 5 or > 20)
            yield return "destination_addr is no number";
        if (message.From.Ton != 5 && !message.From.Text.All(char.IsAsciiDigit))
            yield return "source_addr is no number";
        if (message.From.Ton > 6 || message.To.Ton > 6)
            yield return "there is no such type of number (5.2.5)";
        if ((message.Class & 0x3C) != 0)
            yield return "esm_class of an ordinary message has no type (5.2.12)";
        if (message.RegisteredDelivery > 0x1F)
            yield return "registered_delivery has reserved bits (5.2.17)";
        if (!s_codings.Contains(message.DataCoding))
            yield return $"data_coding {message.DataCoding} is reserved (5.2.19)";
        if (message.DataCoding == 8 && message.Payload.Length % 2 != 0)
            yield return "UCS-2 has an even number of octets";
        if (message.ValidityPeriod.Length > 0 && !Time().IsMatch(message.ValidityPeriod))
            yield return "validity_period is no time (7.1)";
        if (message.ScheduleTime.Length > 0 && !Time().IsMatch(message.ScheduleTime))
            yield return "schedule_delivery_time is no time (7.1)";
        if (message.Parameters.GroupBy(p => p.Tag).Any(group => group.Count() > 1))
            yield return "an optional parameter stands there twice";
        if ((message.Class & EsmClass.UserDataHeader) != 0 && BrokenHeader(message.Payload.Span) is { } fault)
            yield return fault;
        if (payload is null && message.Text.Length > Longest(message))
            yield return "the text is longer than one message";
    }

    private static int Longest(ShortMessage message) => message.DataCoding is 0 or 1 ? 160 : 140;

    private static string? BrokenHeader(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty || payload[0] + 1 > payload.Length)
            return "the header is longer than the message";
        var at = 1;
        while (at <= payload[0])
        {
            if (at + 1 > payload[0] || at + 1 + payload[at + 1] > payload[0])
                return "an element of the header is cut off";
            if (payload[at] == 0 && (payload[at + 1] != 3 || payload[at + 3] == 0 || payload[at + 4] == 0 || payload[at + 4] > payload[at + 3]))
                return "the mark of a part is impossible";
            at += 2 + payload[at + 1];
        }

        return null;
    }

    [GeneratedRegex(@"^\d{15}[0-9+\-R]$|^\d{13}\d{2}[+\-R]$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Time();
}
