using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Alim;

/// <summary><c>options</c> of a message, and <c>options</c> of the request (contracts/infobip.md §3).</summary>
internal ref partial struct AlimRequestReader
{
    private const int MaxTag = 255;
    private const int MaxBulkId = 100;

    /// <summary>"Validity period longer than 48h is not supported. If exceeded, it will be automatically set to 48h."</summary>
    private static readonly TimeSpan s_longestValidity = TimeSpan.FromHours(48);

    private static readonly JsonChoice<long> s_validityUnits = new(
        ("SECONDS", TimeSpan.TicksPerSecond), ("MINUTES", TimeSpan.TicksPerMinute), ("HOURS", TimeSpan.TicksPerHour));

    private static readonly JsonChoice<bool> s_priorities = new(("HIGH", false), ("STANDARD", true), ("LOW", false));
    private static readonly JsonChoice<bool> s_speedUnits = new(("MINUTE", true), ("HOUR", true), ("DAY", true));

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
                ReadDeliveryTimeWindow();
            }
            else if (_json.Is("smsFailover"u8))
            {
                ReadSmsFailover();
            }
            else
            {
                _json.SkipMember();
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
                _json.SkipMember();
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
                _json.SkipMember();
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
            else if (_json.Is("priority"u8))
            {
                ReadPriority();
            }
            else
            {
                _json.SkipMember();
            }
        }

        _json.End();
    }

    private void ReadPriority()
    {
        var faults = _json.Faults.Count;
        if (_json.Choice("priority", s_priorities) == false && _json.Faults.Count == faults)
        {
            _json.Fault("priority", NotSupportedYet("a priority other than STANDARD"));
        }
    }

    /// <summary>An option has the right shape and a meaning that this version cannot give it yet.</summary>
    private static string NotSupportedYet(string what) => $"{what} is not supported by this version of Naru; nothing was sent";

    /// <summary>At the end of an option's object: refuses it where its shape gave no reason to.</summary>
    private readonly void RefuseIfSound(int faultsBefore, string what)
    {
        if (_json.Faults.Count == faultsBefore)
        {
            _json.Fault(NotSupportedYet(what));
        }
    }
}
