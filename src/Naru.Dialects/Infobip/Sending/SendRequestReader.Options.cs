using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary><c>options</c> of a message, and <c>options</c> of the request (contracts/infobip.md §3).</summary>
internal ref partial struct SendRequestReader
{
    private const int MaxTag = 255;
    private const int MaxBulkId = 100;

    /// <summary>"Validity period longer than 48h is not supported. If exceeded, it will be automatically set to 48h."</summary>
    private static readonly TimeSpan s_longestValidity = TimeSpan.FromHours(48);

    /// <summary>The schema has units in the plural here and in the singular for speeds; the vendor's pages mix them, so both are read in both places.</summary>
    private static readonly JsonChoice<long> s_validityUnits = new(
        ("SECONDS", TimeSpan.TicksPerSecond), ("MINUTES", TimeSpan.TicksPerMinute), ("HOURS", TimeSpan.TicksPerHour),
        ("SECOND", TimeSpan.TicksPerSecond), ("MINUTE", TimeSpan.TicksPerMinute), ("HOUR", TimeSpan.TicksPerHour));

    private static readonly JsonChoice<MessageClass> s_priorities = new(
        ("HIGH", MessageClass.High), ("STANDARD", MessageClass.Standard), ("LOW", MessageClass.Low));

    private void ReadMessageOptions(MessageDraft message)
    {
        if (!_json.BeginObject("options"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("platform"u8))
            {
                ReadPlatform(message);
            }
            else if (_json.Is("validityPeriod"u8))
            {
                message.Validity = ReadValidity();
            }
            else if (_json.Is("campaignReferenceId"u8))
            {
                message.CampaignReference = _json.String("campaignReferenceId", MaxTag, 0, _previous?.CampaignReference);
            }
            else if (_json.Is("deliveryTimeWindow"u8))
            {
                message.Window = ReadDeliveryTimeWindow();
            }
            else if (_channel == Channel.AlimTalk && _json.Is("smsFailover"u8))
            {
                message.Failover = ReadSmsFailover();
            }
            else if (_channel == Channel.Sms && _json.Is("regional"u8))
            {
                message.SmsTitle = ReadRegional();
            }
            else if (_channel == Channel.Sms && _json.Is("flash"u8))
            {
                RefuseIfAsked(_json.Boolean("flash"), "flash", "a text that shows itself and is not kept");
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    private void ReadPlatform(MessageDraft message)
    {
        if (!_json.BeginObject("platform"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("entityId"u8))
            {
                message.EntityId = _json.String("entityId", MaxTag, 0, _previous?.EntityId);
            }
            else if (_json.Is("applicationId"u8))
            {
                message.ApplicationId = _json.String("applicationId", MaxTag, 0, _previous?.ApplicationId);
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    private TimeSpan? ReadValidity()
    {
        if (!_json.BeginObject("validityPeriod"))
        {
            return null;
        }

        int? amount = null;
        var unit = TimeSpan.TicksPerMinute;
        while (_json.NextMember())
        {
            if (_json.Is("amount"u8))
            {
                amount = _json.Int32("amount", min: 1);
            }
            else if (_json.Is("timeUnit"u8))
            {
                unit = _json.Choice("timeUnit", s_validityUnits) ?? unit;
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(amount is not null, "amount");
        _json.End();
        var length = TimeSpan.FromTicks((amount ?? 1) * unit);
        return length < s_longestValidity ? length : s_longestValidity;
    }

    private void ReadRequestOptions()
    {
        if (!_json.BeginObject("options"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("schedule"u8))
            {
                ReadSchedule();
            }
            else if (_channel == Channel.AlimTalk && _json.Is("priority"u8))
            {
                _draft.Class = _json.Choice("priority", s_priorities) ?? MessageClass.Standard;
            }
            else if (_channel == Channel.Sms && _json.Is("includeSmsCountInResponse"u8))
            {
                _draft.CountsTexts = _json.Boolean("includeSmsCountInResponse") == true;
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    /// <summary>An option has the right shape and a meaning that cannot be given it here: without it the message would be another than the one that was meant.</summary>
    private readonly void RefuseIfAsked(bool? asked, string name, string what)
    {
        if (asked == true)
        {
            _json.Fault(name, $"{what} is not sent by this gateway; nothing was sent");
        }
    }
}
