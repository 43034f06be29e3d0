using Naru.Core.Content;
using Naru.Dialects.Infobip.Alim;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>One button. Its type may stand anywhere in it, so the members are read first and judged by type at the end.</summary>
internal ref partial struct SendRequestReader
{
    private const int MaxButtonName = 28;
    private const int MaxLink = 500;
    private const int MaxTarget = 3;
    private const int MaxChat = 50;

    private Button ReadButton()
    {
        ButtonKind? kind = null;
        var button = new ButtonDraft();
        while (_json.NextMember())
        {
            if (_json.Is("type"u8))
            {
                kind = _json.Choice("type", AlimButtons.Types);
            }
            else if (_json.Is("name"u8))
            {
                button.Name = _json.String("name", MaxButtonName);
            }
            else if (!ReadLink(ref button) && !ReadChat(ref button))
            {
                Ignore();
            }
        }

        _json.Require(kind is not null, "type");
        _json.Require(button.Name is not null, "name");
        var result = Judge(kind ?? default, ref button);
        _json.End();
        return result;
    }

    private bool ReadLink(ref ButtonDraft button)
    {
        if (_json.Is("urlMobile"u8))
        {
            button.UrlMobile = _json.String("urlMobile", int.MaxValue);
        }
        else if (_json.Is("urlPc"u8))
        {
            button.UrlPc = _json.String("urlPc", int.MaxValue);
        }
        else if (_json.Is("schemeAndroid"u8))
        {
            button.SchemeAndroid = _json.String("schemeAndroid", int.MaxValue);
        }
        else if (_json.Is("schemeIos"u8))
        {
            button.SchemeIos = _json.String("schemeIos", int.MaxValue);
        }
        else if (_json.Is("target"u8))
        {
            button.Target = _json.String("target", int.MaxValue);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadChat(ref ButtonDraft button)
    {
        if (_json.Is("chatExtra"u8))
        {
            button.ChatExtra = _json.String("chatExtra", int.MaxValue);
        }
        else if (_json.Is("chatEvent"u8))
        {
            button.ChatEvent = _json.String("chatEvent", int.MaxValue);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Members that a type does not have are unknown members.</summary>
    private Button Judge(ButtonKind kind, ref ButtonDraft button)
    {
        var name = button.Name ?? "";
        switch (kind)
        {
            case ButtonKind.WebLink:
                _json.Require(button.UrlMobile is not null, "urlMobile");
                Size(button.UrlMobile, 0, MaxLink, "urlMobile");
                Size(button.UrlPc, 1, MaxLink, "urlPc");
                Size(button.Target, 0, MaxTarget, "target");
                IgnoreSchemes(ref button);
                IgnoreChat(ref button);
                return new Button(kind, name, button.UrlMobile, button.UrlPc, Target: button.Target);
            case ButtonKind.AppLink:
                Size(button.UrlMobile, 1, MaxLink, "urlMobile");
                Size(button.UrlPc, 1, MaxLink, "urlPc");
                Size(button.SchemeAndroid, 1, MaxLink, "schemeAndroid");
                Size(button.SchemeIos, 1, MaxLink, "schemeIos");
                TwoLinks(ref button);
                Ignore(button.Target, "target");
                IgnoreChat(ref button);
                return new Button(kind, name, button.UrlMobile, button.UrlPc, button.SchemeAndroid, button.SchemeIos);
            case ButtonKind.ChatSwitch:
                Size(button.ChatExtra, 0, MaxChat, "chatExtra");
                Size(button.ChatEvent, 0, MaxChat, "chatEvent");
                IgnoreLinks(ref button);
                return new Button(kind, name, ChatExtra: button.ChatExtra, ChatEvent: button.ChatEvent);
            default:
                IgnoreLinks(ref button);
                IgnoreChat(ref button);
                return new Button(kind, name);
        }
    }

    private void IgnoreLinks(ref ButtonDraft button)
    {
        Ignore(button.UrlMobile, "urlMobile");
        Ignore(button.UrlPc, "urlPc");
        Ignore(button.Target, "target");
        IgnoreSchemes(ref button);
    }

    private void IgnoreSchemes(ref ButtonDraft button)
    {
        Ignore(button.SchemeAndroid, "schemeAndroid");
        Ignore(button.SchemeIos, "schemeIos");
    }

    private void IgnoreChat(ref ButtonDraft button)
    {
        Ignore(button.ChatExtra, "chatExtra");
        Ignore(button.ChatEvent, "chatEvent");
    }

    private readonly void TwoLinks(ref ButtonDraft button)
    {
        var links = (button.SchemeAndroid is null ? 0 : 1) + (button.SchemeIos is null ? 0 : 1) + (button.UrlMobile is null ? 0 : 1);
        if (links < 2)
        {
            _json.Fault("at least two of schemeAndroid, schemeIos and urlMobile must be provided");
        }
    }

    private readonly void Size(string? value, int min, int max, string name)
    {
        if (value is not null && (value.Length < min || value.Length > max))
        {
            _json.Fault(name, $"size must be between {min} and {max}");
        }
    }

    private struct ButtonDraft
    {
        public string? Name;
        public string? UrlMobile;
        public string? UrlPc;
        public string? SchemeAndroid;
        public string? SchemeIos;
        public string? Target;
        public string? ChatExtra;
        public string? ChatEvent;
    }
}
