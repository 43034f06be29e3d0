using System.Globalization;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Texts;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Smpp.Submitting;

/// <summary>Makes the PDUs of an attempt. Pure but for the references of long messages, which count up. Thread-safe.</summary>
internal sealed class MessageWriter(SmppOptions options, int firstReference)
{
    private const byte Alphanumeric = 5;
    private const byte International = 1;

    /// <summary>The longest relative validity that is written; a message of 48 hours has 2 days.</summary>
    private static readonly TimeSpan MostRelative = TimeSpan.FromDays(30);

    private readonly SmsWriter _texts = new(options.Texts);
    private int _reference = firstReference;

    /// <param name="refusal">The result code, where it cannot be sent: then there are no PDUs.</param>
    public IReadOnlyList<ShortMessage> Write(Handover handover, DateTimeOffset now, out string? refusal)
    {
        if (TestNumber.Of(handover.To) is not null)
        {
            refusal = SmppResults.TestNumber;
            return [];
        }

        if (!handover.To.IsPhone)
        {
            refusal = SmppResults.InvalidNumber;
            return [];
        }

        if (SourceOf(handover.Step.Sender) is not { } source)
        {
            refusal = SmppResults.InvalidSender;
            return [];
        }

        if (handover.Step.Content is not SmsContent content)
        {
            refusal = SmppResults.BadRequest;
            return [];
        }

        var text = string.IsNullOrEmpty(content.Title) ? content.Text : $"{content.Title}\n{content.Text}";
        var destination = DestinationOf(handover.To);
        var validity = ValidityUntil(handover.NotAfter, now);
        return
        [
            .. _texts.Write(text, Interlocked.Increment(ref _reference) & 0xFFFF, out refusal).Select(part => new ShortMessage
            {
                ServiceType = options.ServiceType,
                From = source,
                To = destination,
                Class = part.EsmClass,
                ValidityPeriod = validity,
                RegisteredDelivery = options.WantsReceipts ? (byte)1 : (byte)0,
                DataCoding = part.Coding,
                Text = part.Text,
                Parameters = part.Parameters,
            }),
        ];
    }

    /// <summary>Digits keep the account's type; a <c>+</c> makes them international; anything with letters is a name. Null: it cannot be written.</summary>
    private SmppAddress? SourceOf(string sender)
    {
        var text = sender.Trim();
        if (text.All(static c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')'))
        {
            var digits = string.Concat(text.Where(char.IsAsciiDigit));
            return digits.Length is 0 or > SmppAddress.MaxText ? null
                : text[0] == '+' ? new SmppAddress(International, 1, digits)
                : new SmppAddress(options.SourceTon, options.SourceNpi, digits);
        }

        return text.Length <= SmppAddress.MaxText && text.All(static c => c is > '\u001F' and < '\u007F') ? new SmppAddress(Alphanumeric, 0, text) : null;
    }

    private SmppAddress DestinationOf(Recipient to) => new(
        options.DestinationTon, options.DestinationNpi,
        options.NationalCountry is { } country && to.Value.StartsWith(country, StringComparison.Ordinal) ? $"0{to.Value.AsSpan(country.Length)}" : to.Value);

    private string ValidityUntil(DateTimeOffset notAfter, DateTimeOffset now)
    {
        if (options.Validity == ValidityForm.None)
        {
            return "";
        }

        if (options.Validity == ValidityForm.Absolute)
        {
            return notAfter.ToUniversalTime().ToString("yyMMddHHmmss", CultureInfo.InvariantCulture) + "000+";
        }

        // Whole seconds, at least one: at zero the message would have no validity of its own.
        var left = notAfter - now;
        left = left > MostRelative ? MostRelative : left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left;
        return string.Create(CultureInfo.InvariantCulture, $"0000{left.Days:D2}{left.Hours:D2}{left.Minutes:D2}{left.Seconds:D2}000R");
    }
}
