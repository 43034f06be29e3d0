using System.Text.Json;

namespace Naru.Load.Receiving;

/// <summary>Reads a callback about one message (sinch.md §4) without building objects. The values looked at are ids and words of ours: they need no escapes.</summary>
internal ref struct CallbackBody(ReadOnlySpan<byte> body)
{
    private Utf8JsonReader _json = new(body);

    /// <summary>Else it says that the message was submitted.</summary>
    public bool IsDelivery { get; private set; }

    /// <exception cref="JsonException">It is no such callback.</exception>
    public Report Read()
    {
        var isSubmit = false;
        ReadOnlySpan<byte> metadata = default, id = default, status = default;
        _json.Read();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var (delivery, submit) = (_json.ValueTextEquals("message_delivery_report"u8), _json.ValueTextEquals("message_submit_notification"u8));
            if (delivery || submit)
            {
                (IsDelivery, isSubmit) = (IsDelivery || delivery, isSubmit || submit);
                _json.Read();
                while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
                {
                    if (_json.ValueTextEquals("message_id"u8))
                        id = ReadText();
                    else if (_json.ValueTextEquals("status"u8))
                        status = ReadText();
                    else
                        _json.Skip();
                }
            }
            else if (_json.ValueTextEquals("message_metadata"u8))
            {
                metadata = ReadText();
            }
            else
            {
                _json.Skip();
            }
        }

        if (IsDelivery == isSubmit)
            throw new JsonException("no callback about a message");
        return new Report { MessageId = id, Status = status, CallbackData = metadata };
    }

    private ReadOnlySpan<byte> ReadText()
    {
        _json.Read();
        return _json.ValueSpan;
    }
}
