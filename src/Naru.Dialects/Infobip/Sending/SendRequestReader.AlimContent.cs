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
        string? templateCode = null;
        string? text = null;
        string? title = null;
        string? groupKey = null;
        IReadOnlyList<Button> buttons = [];
        while (_json.NextMember())
        {
            if (_json.Is("type"u8))
            {
                type = _json.Choice("type", s_contentTypes) is not null;
            }
            else if (_json.Is("templateCode"u8))
            {
                templateCode = _json.String("templateCode", MaxTemplateCode, 0, (_previous?.Content as AlimTalkContent)?.TemplateCode);
            }
            else if (_json.Is("text"u8))
            {
                text = _json.String("text", _textLimit);
            }
            else if (_json.Is("title"u8))
            {
                title = _json.String("title", MaxTitle);
            }
            else if (_json.Is("groupKey"u8))
            {
                groupKey = _json.String("groupKey", MaxGroupKey);
            }
            else if (_json.Is("buttons"u8))
            {
                buttons = ReadButtons();
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(type, "type");
        _json.Require(templateCode is not null, "templateCode");
        _json.Require(text is not null, "text");
        _json.End();
        message.Content = new AlimTalkContent(templateCode ?? "", text ?? "", title, buttons, groupKey);
        return true;
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
}
