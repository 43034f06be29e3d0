using Naru.Core.Timing;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine.Intake;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>When and how fast: <c>schedule</c> of the request, <c>deliveryTimeWindow</c> of a message (contracts/infobip.md §3).</summary>
internal ref partial struct SendRequestReader
{
    private const int MinutesPerHour = 60;

    private static readonly string s_tooFar = $"must be at most {Submission.FurthestAhead.Days} days ahead";

    private static readonly JsonChoice<long> s_speedUnits = new(
        ("MINUTE", TimeSpan.TicksPerMinute), ("HOUR", TimeSpan.TicksPerHour), ("DAY", TimeSpan.TicksPerDay),
        ("MINUTES", TimeSpan.TicksPerMinute), ("HOURS", TimeSpan.TicksPerHour), ("DAYS", TimeSpan.TicksPerDay));

    private static readonly JsonChoice<WeekDays> s_days = new(
        ("MONDAY", WeekDays.Monday), ("TUESDAY", WeekDays.Tuesday), ("WEDNESDAY", WeekDays.Wednesday), ("THURSDAY", WeekDays.Thursday),
        ("FRIDAY", WeekDays.Friday), ("SATURDAY", WeekDays.Saturday), ("SUNDAY", WeekDays.Sunday));

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
            else if (_json.Is("sendAt"u8) || _json.Is("SendAt"u8))
            {
                // The vendor's page writes it with a capital, the schema without.
                _draft.SendAt = ReadSendAt();
            }
            else if (_json.Is("sendingSpeedLimit"u8))
            {
                _draft.Pace = ReadSpeedLimit();
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    /// <summary>An instant that has passed means now.</summary>
    private DateTimeOffset? ReadSendAt()
    {
        var faults = _json.Faults.Count;
        if (_json.String("sendAt", int.MaxValue) is not { } text || _json.Faults.Count > faults)
        {
            return null;
        }

        if (!InfobipDate.TryParse(text, out var at))
        {
            _json.Fault("sendAt", InfobipDate.Rule);
        }
        else if (at - _now > Submission.FurthestAhead)
        {
            _json.Fault("sendAt", s_tooFar);
        }

        return at > _now ? at.ToUniversalTime() : null;
    }

    private EvenPace? ReadSpeedLimit()
    {
        if (!_json.BeginObject("sendingSpeedLimit"))
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
                unit = _json.Choice("timeUnit", s_speedUnits) ?? unit;
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(amount is not null, "amount");
        _json.End();
        return new EvenPace(amount ?? 1, TimeSpan.FromTicks(unit));
    }

    private DeliveryWindow? ReadDeliveryTimeWindow()
    {
        if (!_json.BeginObject("deliveryTimeWindow"))
        {
            return null;
        }

        WeekDays? days = null;
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
                Ignore();
            }
        }

        _json.Require(days is not null, "days");
        JudgeWindow(from, to);
        _json.End();
        var window = new DeliveryWindow(days ?? WeekDays.All, TimeOf(from), TimeOf(to));
        return window == _previous?.Window ? _previous.Window : window;
    }

    private WeekDays? ReadDays()
    {
        if (!_json.BeginArray("days"))
        {
            return _json.IsNull ? null : WeekDays.All;
        }

        var days = WeekDays.None;
        while (_json.NextItem())
        {
            days |= _json.ItemChoice(s_days);
        }

        _json.RequireItems();
        _json.End();
        return days;
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
                Ignore();
            }
        }

        _json.Require(hour is not null, "hour");
        _json.Require(minute is not null, "minute");
        _json.End();
        return ((hour ?? 0) * MinutesPerHour) + (minute ?? 0);
    }

    private static TimeOnly? TimeOf(int? minutes) => minutes is { } m ? new TimeOnly(m / MinutesPerHour, m % MinutesPerHour) : null;

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

    /// <summary>Messages with different windows wait in lines of their own, of which a bulk has so many at most.</summary>
    private readonly void BoundWindows(string at)
    {
        if (_draft.Messages.Count <= BulkTiming.MaxLines)
        {
            return;
        }

        var lines = 0;
        HashSet<DeliveryWindow>? windows = null;
        var anyTime = false;
        for (var i = 0; i < _draft.Messages.Count; i++)
        {
            var window = _draft.Messages[i].Window;
            var isNew = window is null ? !anyTime : (windows ??= []).Add(window);
            anyTime |= window is null;
            lines += isNew ? 1 : 0;
            if (lines > BulkTiming.MaxLines)
            {
                _json.Faults.Add(
                    $"messages[{i}].{at}", $"must be one of at most {BulkTiming.MaxLines} different windows in one request, no window among them");
                return;
            }
        }
    }
}
