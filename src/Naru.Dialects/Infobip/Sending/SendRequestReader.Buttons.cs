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

    private readonly ButtonWords Buttons => _isOmni ? ButtonWords.Omni : ButtonWords.Alim;

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
            else if (_json.Is(Buttons.Name.Utf8))
            {
                button.Name = _json.String(Buttons.Name.Text, MaxButtonName, Least);
            }
            else if (!ReadLink(ref button) && !ReadChat(ref button))
            {
                Ignore();
            }
        }

        _json.Require(kind is not null, "type");
        _json.Require(button.Name is not null, Buttons.Name.Text);
        var result = Judge(kind ?? default, ref button);
        _json.End();
        return result;
    }

    private bool ReadLink(ref ButtonDraft button)
    {
        if (_json.Is(Buttons.UrlMobile.Utf8))
        {
            button.UrlMobile = _json.String(Buttons.UrlMobile.Text, int.MaxValue);
        }
        else if (_json.Is(Buttons.UrlPc.Utf8))
        {
            button.UrlPc = _json.String(Buttons.UrlPc.Text, int.MaxValue);
        }
        else if (_json.Is(Buttons.SchemeAndroid.Utf8))
        {
            button.SchemeAndroid = _json.String(Buttons.SchemeAndroid.Text, int.MaxValue);
        }
        else if (_json.Is(Buttons.SchemeIos.Utf8))
        {
            button.SchemeIos = _json.String(Buttons.SchemeIos.Text, int.MaxValue);
        }
        else if (_isOmni && _json.Is("buttonUrl"u8))
        {
            button.OldUrl = _json.String("buttonUrl", int.MaxValue);
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
                TakeOldUrl(ref button);
                _json.Require(button.UrlMobile is not null, Buttons.UrlMobile.Text);
                Size(button.UrlMobile, Least, MaxLink, Buttons.UrlMobile.Text);
                Size(button.UrlPc, 1, MaxLink, Buttons.UrlPc.Text);
                Size(button.Target, 0, MaxTarget, "target");
                if (_isOmni && button.Target is not (null or "out"))
                {
                    _json.Fault("target", "must be one of [out]");
                }

                IgnoreSchemes(ref button);
                IgnoreChat(ref button);
                return new Button(kind, name, button.UrlMobile, button.UrlPc, Target: button.Target);
            case ButtonKind.AppLink:
                Size(button.UrlMobile, 1, MaxLink, Buttons.UrlMobile.Text);
                Size(button.UrlPc, 1, MaxLink, Buttons.UrlPc.Text);
                Size(button.SchemeAndroid, 1, MaxLink, Buttons.SchemeAndroid.Text);
                Size(button.SchemeIos, 1, MaxLink, Buttons.SchemeIos.Text);
                TwoLinks(ref button);
                Ignore(button.OldUrl, "buttonUrl");
                Ignore(button.Target, "target");
                IgnoreChat(ref button);
                return new Button(kind, name, button.UrlMobile, button.UrlPc, button.SchemeAndroid, button.SchemeIos);
            case ButtonKind.ChatSwitch:
                _json.Require(!_isOmni || button.ChatExtra is not null, "chatExtra");
                _json.Require(!_isOmni || button.ChatEvent is not null, "chatEvent");
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

    /// <summary><c>buttonUrl</c> is what <c>buttonUrlMobile</c> was called before; "can't be used together".</summary>
    private readonly void TakeOldUrl(ref ButtonDraft button)
    {
        Size(button.OldUrl, 1, MaxLink, "buttonUrl");
        if (button is { OldUrl: not null, UrlMobile: not null })
        {
            _json.Fault("buttonUrl", "must not stand beside buttonUrlMobile");
        }

        button.UrlMobile ??= button.OldUrl;
    }

    private void IgnoreLinks(ref ButtonDraft button)
    {
        Ignore(button.OldUrl, "buttonUrl");
        Ignore(button.UrlMobile, Buttons.UrlMobile.Text);
        Ignore(button.UrlPc, Buttons.UrlPc.Text);
        Ignore(button.Target, "target");
        IgnoreSchemes(ref button);
    }

    private void IgnoreSchemes(ref ButtonDraft button)
    {
        Ignore(button.SchemeAndroid, Buttons.SchemeAndroid.Text);
        Ignore(button.SchemeIos, Buttons.SchemeIos.Text);
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
            _json.Fault($"at least two of {Buttons.SchemeAndroid.Text}, {Buttons.SchemeIos.Text} and {Buttons.UrlMobile.Text} must be provided");
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
        public string? OldUrl;
        public string? SchemeAndroid;
        public string? SchemeIos;
        public string? Target;
        public string? ChatExtra;
        public string? ChatEvent;
    }
}
