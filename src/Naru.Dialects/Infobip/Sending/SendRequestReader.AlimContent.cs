using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary><c>content</c>: the only type is <c>TEMPLATE</c> (contracts/infobip.md §4).</summary>
internal ref partial struct SendRequestReader
{
    private const int MaxTemplateCode = 30;
    private const int MaxTitle = 50;
    private const int MaxButtons = 5;

    /// <summary>No limit in the schema; group keys have 40 characters as sender keys do.</summary>
    private const int MaxGroupKey = 255;

    private static readonly JsonChoice<bool> s_contentTypes = new(("TEMPLATE", true));

    private bool ReadAlimContent(MessageDraft message)
    {
        if (!_json.BeginObject("content"))
        {
            return !_json.IsNull;
        }

        var type = false;
        var alim = new AlimDraft();
        while (_json.NextMember())
        {
            if (_json.Is("type"u8))
            {
                type = _json.Choice("type", s_contentTypes) is not null;
            }
            else if (!ReadAlimMember(ref alim))
            {
                Ignore();
            }
        }

        _json.Require(type, "type");
        message.Content = Judge(alim);
        _json.End();
        return true;
    }

    /// <summary>What an AlimTalk holds, whichever of the APIs it comes by.</summary>
    private bool ReadAlimMember(ref AlimDraft alim)
    {
        if (_json.Is("templateCode"u8))
        {
            alim.TemplateCode = _json.String("templateCode", MaxTemplateCode, Least, (_previous?.Content as AlimTalkContent)?.TemplateCode);
        }
        else if (_json.Is("text"u8))
        {
            alim.Text = _json.String("text", _textLimit, Least);
        }
        else if (_json.Is("title"u8))
        {
            alim.Title = _json.String("title", MaxTitle);
        }
        else if (_json.Is("groupKey"u8))
        {
            alim.GroupKey = _json.String("groupKey", MaxGroupKey);
        }
        else if (_json.Is("buttons"u8))
        {
            alim.Buttons = ReadButtons();
        }
        else
        {
            return false;
        }

        return true;
    }

    private readonly AlimTalkContent Judge(AlimDraft alim)
    {
        _json.Require(alim.TemplateCode is not null, "templateCode");
        _json.Require(alim.Text is not null, "text");
        return new AlimTalkContent(alim.TemplateCode ?? "", alim.Text ?? "", alim.Title, alim.Buttons ?? [], alim.GroupKey);
    }

    private IReadOnlyList<Button> ReadButtons()
    {
        if (!_json.BeginArray("buttons"))
        {
            return [];
        }

        var buttons = new List<Button>();
        while (_json.NextItem())
        {
            if (_json.BeginItem())
            {
                buttons.Add(ReadButton());
            }
        }

        if (_json.Index >= MaxButtons)
        {
            _json.Fault($"size must be between 0 and {MaxButtons}");
        }

        _json.End();
        return buttons;
    }

    private struct AlimDraft
    {
        public string? TemplateCode;
        public string? Text;
        public string? Title;
        public string? GroupKey;
        public IReadOnlyList<Button>? Buttons;
    }
}
