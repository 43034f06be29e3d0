using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary><c>smsFailover</c> of an AlimTalk, and <c>regional</c>, which it shares with texts (contracts/infobip.md §3).</summary>
internal ref partial struct SendRequestReader
{
    private const int MaxSmsTitle = 66;

    private static readonly JsonChoice<bool> s_recipientTypes = new(("BIREYSEL", true), ("TACIR", true));

    private readonly string Korea => _isOmni ? "korea" : "southKorea";

    private SmsFailover? ReadSmsFailover()
    {
        if (!_json.BeginObject("smsFailover"))
        {
            return null;
        }

        string? text = null;
        string? sender = null;
        string? title = null;
        TimeSpan? validity = null;
        while (_json.NextMember())
        {
            if (_json.Is("text"u8))
            {
                text = _json.String("text", int.MaxValue, 0, _previous?.Failover?.Content.Text);
            }
            else if (_json.Is("sender"u8))
            {
                sender = _json.String("sender", MaxSender, 0, _previous?.Failover?.Sender);
            }
            else if (_json.Is("validityPeriod"u8))
            {
                validity = ReadValidity();
            }
            else if (_json.Is("regional"u8))
            {
                title = ReadRegional();
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(text is not null, "text");
        _json.End();
        return new SmsFailover(string.IsNullOrEmpty(sender) ? null : sender, new SmsContent(text ?? "", title), validity);
    }

    /// <summary>The title. The rest is checked, and means nothing to Korean carriers: it is named as ignored.</summary>
    private string? ReadRegional()
    {
        if (!_json.BeginObject("regional"))
        {
            return null;
        }

        string? title = null;
        while (_json.NextMember())
        {
            if (_json.Is(Korea))
            {
                title = ReadSouthKorea();
            }
            else if (_json.Is("indiaDlt"u8))
            {
                ReadIndia();
            }
            else if (!_isOmni && _json.Is("turkeyIys"u8))
            {
                ReadTurkey();
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
        return string.IsNullOrEmpty(title) ? null : title;
    }

    private string? ReadSouthKorea()
    {
        if (!_json.BeginObject(Korea))
        {
            return null;
        }

        string? title = null;
        while (_json.NextMember())
        {
            if (_json.Is("title"u8))
            {
                title = _json.String("title", MaxSmsTitle);
            }
            else if (!_isOmni && _json.Is("resellerCode"u8))
            {
                Ignore(_json.Int32("resellerCode") is null ? null : "", "resellerCode");
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
        return title;
    }

    private void ReadIndia()
    {
        var faults = _json.Faults.Count;
        if (!_json.BeginObject("indiaDlt"))
        {
            return;
        }

        var principal = false;
        while (_json.NextMember())
        {
            if (_json.Is("principalEntityId"u8))
            {
                principal = _json.String("principalEntityId", int.MaxValue) is not null;
            }
            else if (_json.Is("contentTemplateId"u8))
            {
                _json.String("contentTemplateId", int.MaxValue);
            }
            else if (_json.Is("telemarketerId"u8))
            {
                _json.String("telemarketerId", int.MaxValue);
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(principal, "principalEntityId");
        _json.End();
        Ignore(_json.Faults.Count == faults ? "" : null, "indiaDlt");
    }

    private void ReadTurkey()
    {
        var faults = _json.Faults.Count;
        if (!_json.BeginObject("turkeyIys"))
        {
            return;
        }

        var recipientType = false;
        while (_json.NextMember())
        {
            if (_json.Is("recipientType"u8))
            {
                recipientType = _json.Choice("recipientType", s_recipientTypes) is not null;
            }
            else if (_json.Is("brandCode"u8))
            {
                _json.Int32("brandCode");
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(recipientType, "recipientType");
        _json.End();
        Ignore(_json.Faults.Count == faults ? "" : null, "turkeyIys");
    }
}
