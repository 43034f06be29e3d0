using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>The body of <c>POST /omni/1/advanced</c>: one message, what it has for each channel, and to whom it goes (contracts/infobip.md §12).</summary>
internal ref partial struct SendRequestReader
{
    /// <summary>"Period should be longer than 30 seconds."</summary>
    private static readonly TimeSpan s_shortestOmniValidity = TimeSpan.FromSeconds(30);

    private static readonly JsonChoice<double> s_omniUnits = new(
        ("NANOSECONDS", 1.0 / TimeSpan.NanosecondsPerTick), ("MICROSECONDS", TimeSpan.TicksPerMicrosecond), ("MILLISECONDS", TimeSpan.TicksPerMillisecond),
        ("SECONDS", TimeSpan.TicksPerSecond), ("MINUTES", TimeSpan.TicksPerMinute), ("HOURS", TimeSpan.TicksPerHour), ("DAYS", TimeSpan.TicksPerDay));

    /// <inheritdoc cref="Read"/>
    public static SendDraft ReadOmni(ReadOnlySpan<byte> body, InfobipTextLimit textLimit, WebhookTargetPolicy targets, DateTimeOffset now, ShapeFaults faults)
    {
        var utf8 = Unmarked(body);
        var reader = new SendRequestReader(Channel.AlimTalk, utf8, faults, textLimit, targets, now) { _clipsIds = true, _isOmni = true };
        return reader.Run(utf8, Document.Omni);
    }

    private void ReadOmniDocument()
    {
        if (!_json.BeginDocument())
        {
            return;
        }

        var message = new MessageDraft { ByChannel = [] };
        var destinations = false;
        while (_json.NextMember())
        {
            if (_json.Is("scenarioKey"u8))
            {
                _draft.ScenarioKey = _json.String("scenarioKey", MaxTag) is { Length: > 0 } key ? key : null;
            }
            else if (_json.Is("bulkId"u8))
            {
                _draft.BulkId = Clipped(_json.String("bulkId", int.MaxValue), MaxBulkId);
            }
            else if (_json.Is("destinations"u8))
            {
                destinations = ReadDestinations(message);
            }
            else if (_json.Is("sendAt"u8))
            {
                _draft.SendAt = ReadSendAt();
            }
            else if (_json.Is("notify"u8))
            {
                message.Notify = _json.Boolean("notify");
            }
            else if (_json.Is("kakaoAlim"u8))
            {
                Put(message, Channel.AlimTalk, ReadOmniAlim());
            }
            else if (_json.Is("sms"u8))
            {
                Put(message, Channel.Sms, ReadOmniText());
            }
            else if (!ReadFlatOption(message))
            {
                Ignore();
            }
        }

        _json.Require(destinations, "destinations");
        _draft.Messages.Add(message);
        _json.EndDocument();
    }

    /// <summary>Of a repeated member the last counts.</summary>
    private static void Put(MessageDraft message, Channel channel, StepDraft? step)
    {
        if (step is null)
        {
            message.ByChannel!.Remove(channel);
        }
        else
        {
            message.ByChannel![channel] = step;
        }
    }

    private StepDraft? ReadOmniAlim()
    {
        if (!_json.BeginObject("kakaoAlim"))
        {
            return null;
        }

        var alim = new AlimDraft();
        var validity = new ValidityDraft();
        while (_json.NextMember())
        {
            if (!ReadAlimMember(ref alim) && !ReadOmniValidity(ref validity))
            {
                Ignore();
            }
        }

        var content = Judge(alim);
        var length = Judge(validity);
        _json.End();
        return new StepDraft(null, content, length);
    }

    private StepDraft? ReadOmniText()
    {
        if (!_json.BeginObject("sms"))
        {
            return null;
        }

        string? text = null;
        string? title = null;
        var validity = new ValidityDraft();
        while (_json.NextMember())
        {
            if (_json.Is("text"u8))
            {
                text = _json.String("text", int.MaxValue, min: 1);
            }
            else if (_json.Is("regional"u8))
            {
                title = ReadRegional();
            }
            else if (!ReadOmniValidity(ref validity))
            {
                Ignore();
            }
        }

        _json.Require(text is not null, "text");
        var length = Judge(validity);
        _json.End();
        return new StepDraft(null, new SmsContent(text ?? "", title), length);
    }

    private void ReadOmniDestination()
    {
        string? phone = null;
        string? messageId = null;
        var to = false;
        while (_json.NextMember())
        {
            if (_json.Is("to"u8))
            {
                to = ReadOmniTo(ref phone);
            }
            else if (_json.Is("messageId"u8))
            {
                messageId = Clipped(_json.String("messageId", int.MaxValue), MaxMessageId);
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(to, "to");
        _json.End();
        _draft.Destinations.Add(new DestinationDraft(Recipient.Parse(phone ?? ""), messageId));
    }

    /// <summary>A phone number: other addresses belong to channels that have no way out here.</summary>
    private bool ReadOmniTo(ref string? phone)
    {
        phone = null;
        if (!_json.BeginObject("to"))
        {
            return !_json.IsNull;
        }

        while (_json.NextMember())
        {
            if (_json.Is("phoneNumber"u8))
            {
                phone = _json.String("phoneNumber", MaxDestination);
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(phone is not null, "phoneNumber");
        _json.End();
        return true;
    }

    private bool ReadOmniValidity(ref ValidityDraft validity)
    {
        if (_json.Is("validityPeriod"u8))
        {
            validity.Amount = _json.Int32("validityPeriod", min: 1);
        }
        else if (_json.Is("validityPeriodTimeUnit"u8))
        {
            validity.Unit = _json.Choice("validityPeriodTimeUnit", s_omniUnits);
        }
        else
        {
            return false;
        }

        return true;
    }

    private TimeSpan? Judge(ValidityDraft validity)
    {
        if (validity.Amount is not { } amount)
        {
            Ignore(validity.Unit is null ? null : "", "validityPeriodTimeUnit");
            return null;
        }

        var length = TimeSpan.FromTicks((long)Math.Min(amount * (validity.Unit ?? TimeSpan.TicksPerMinute), s_longestValidity.Ticks));
        if (length < s_shortestOmniValidity)
        {
            _json.Fault("validityPeriod", $"must be at least {s_shortestOmniValidity.TotalSeconds} seconds");
        }

        return length;
    }

    private struct ValidityDraft
    {
        public int? Amount;

        /// <summary>In ticks.</summary>
        public double? Unit;
    }
}
