using Naru.Core.Content;

namespace Naru.Dialects.Infobip.Sending;

/// <summary><c>content</c> of a text: <c>text</c>, or <c>hex</c>, which is no text (contracts/infobip.md §12).</summary>
internal ref partial struct SendRequestReader
{
    private bool ReadSmsContent(MessageDraft message)
    {
        if (!_json.BeginObject("content"))
        {
            return !_json.IsNull;
        }

        string? text = null;
        var binary = false;
        while (_json.NextMember())
        {
            if (_json.Is("text"u8))
            {
                text = _json.String("text", int.MaxValue, 0, (_previous?.Content as SmsContent)?.Text);
            }
            else if (_json.Is("hex"u8))
            {
                binary = true;
                RefuseIfAsked(_json.String("hex", int.MaxValue) is not null, "hex", "a binary text");
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(text is not null || binary, "text");
        _json.End();
        message.Content = new SmsContent(text ?? "", null);
        return true;
    }
}
