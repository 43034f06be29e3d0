using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>When and how fast: <c>schedule</c> of the request, <c>deliveryTimeWindow</c> of a message. Checked; only <c>bulkId</c> is carried out yet.</summary>
internal ref partial struct AlimRequestReader
{
    private const int MinutesPerHour = 60;

    private static readonly JsonChoice<bool> s_days = new(
        ("MONDAY", true), ("TUESDAY", true), ("WEDNESDAY", true), ("THURSDAY", true), ("FRIDAY", true), ("SATURDAY", true), ("SUNDAY", true));

    private void ReadSchedule()
    {
        if (!_json.BeginObject("schedule"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("bulkId"u8))
            {
                _draft.BulkId = _json.String("bulkId", MaxBulkId) is { Length: > 0 } id ? id : null;
            }
            else if (_json.Is("sendAt"u8))
            {
                ReadSendAt();
            }
            else if (_json.Is("sendingSpeedLimit"u8))
            {
                ReadSpeedLimit();
            }
            else
            {
                _json.SkipMember();
            }
        }

        _json.End();
    }

    private void ReadSendAt()
    {
        var faults = _json.Faults.Count;
        if (_json.String("sendAt", int.MaxValue) is not { } text || _json.Faults.Count > faults)
        {
            return;
        }

        _json.Fault("sendAt", InfobipDate.TryParse(text, out _) ? NotSupportedYet("a scheduled send") : InfobipDate.Rule);
    }

    private void ReadSpeedLimit()
    {
        var faults = _json.Faults.Count;
        if (!_json.BeginObject("sendingSpeedLimit"))
        {
            return;
        }

        int? amount = null;
        while (_json.NextMember())
        {
            if (_json.Is("amount"u8))
            {
                amount = _json.Int32("amount", min: 1);
            }
            else if (_json.Is("timeUnit"u8))
            {
                _json.Choice("timeUnit", s_speedUnits);
            }
            else
            {
                _json.SkipMember();
            }
        }

        _json.Require(amount is not null, "amount");
        RefuseIfSound(faults, "a sending speed limit");
        _json.End();
    }

    private void ReadDeliveryTimeWindow()
    {
        var faults = _json.Faults.Count;
        if (!_json.BeginObject("deliveryTimeWindow"))
        {
            return;
        }

        var days = false;
        int? from = null;
        int? to = null;
        while (_json.NextMember())
        {
            if (_json.Is("days"u8))
            {
                days = ReadDays();
            }
            else if (_json.Is("from"u8))
            {
                from = ReadTime("from");
            }
            else if (_json.Is("to"u8))
            {
                to = ReadTime("to");
            }
            else
            {
                _json.SkipMember();
            }
        }

        _json.Require(days, "days");
        JudgeWindow(from, to);
        RefuseIfSound(faults, "a delivery time window");
        _json.End();
    }

    private bool ReadDays()
    {
        if (!_json.BeginArray("days"))
        {
            return !_json.IsNull;
        }

        while (_json.NextItem())
        {
            _json.ItemChoice(s_days);
        }

        _json.RequireItems();
        _json.End();
        return true;
    }

    /// <summary>Minutes since midnight UTC.</summary>
    private int? ReadTime(string name)
    {
        if (!_json.BeginObject(name))
        {
            return null;
        }

        int? hour = null;
        int? minute = null;
        while (_json.NextMember())
        {
            if (_json.Is("hour"u8))
            {
                hour = _json.Int32("hour", 0, 23);
            }
            else if (_json.Is("minute"u8))
            {
                minute = _json.Int32("minute", 0, 59);
            }
            else
            {
                _json.SkipMember();
            }
        }

        _json.Require(hour is not null, "hour");
        _json.Require(minute is not null, "minute");
        _json.End();
        return ((hour ?? 0) * MinutesPerHour) + (minute ?? 0);
    }

    /// <summary>"Both provided with the minimum 1 hour difference or omitted." A window over midnight is not described, so its length is counted around the clock.</summary>
    private readonly void JudgeWindow(int? from, int? to)
    {
        const int day = 24 * MinutesPerHour;
        if (from is null != to is null)
        {
            _json.Fault(from is null ? "from" : "to", "from and to must be provided both or omitted both");
        }
        else if (from is not null && (to - from + day) % day < MinutesPerHour)
        {
            _json.Fault("to", "must be at least 1 hour after from");
        }
    }
}
