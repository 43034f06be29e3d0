using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Alim;

/// <summary><c>smsFailover</c>: checked like everything else, and refused until there is a second step to send it by.</summary>
internal ref partial struct AlimRequestReader
{
    private const int MaxSmsTitle = 66;

    private static readonly JsonChoice<bool> s_recipientTypes = new(("BIREYSEL", true), ("TACIR", true));

    private void ReadSmsFailover()
    {
        var faults = _json.Faults.Count;
        if (!_json.BeginObject("smsFailover"))
        {
            return;
        }

        var text = false;
        while (_json.NextMember())
        {
            if (_json.Is("text"u8))
            {
                text = _json.String("text", int.MaxValue) is not null;
            }
            else if (_json.Is("sender"u8))
            {
                _json.String("sender", MaxSender);
            }
            else if (_json.Is("validityPeriod"u8))
            {
                ReadValidity();
            }
            else if (_json.Is("regional"u8))
            {
                ReadRegional();
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(text, "text");
        RefuseIfSound(faults, "an SMS failover");
        _json.End();
    }

    private void ReadRegional()
    {
        if (!_json.BeginObject("regional"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("southKorea"u8))
            {
                ReadSouthKorea();
            }
            else if (_json.Is("indiaDlt"u8))
            {
                ReadIndia();
            }
            else if (_json.Is("turkeyIys"u8))
            {
                ReadTurkey();
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    private void ReadSouthKorea()
    {
        if (!_json.BeginObject("southKorea"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("title"u8))
            {
                _json.String("title", MaxSmsTitle);
            }
            else if (_json.Is("resellerCode"u8))
            {
                _json.Int32("resellerCode");
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    private void ReadIndia()
    {
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
    }

    private void ReadTurkey()
    {
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
    }
}
