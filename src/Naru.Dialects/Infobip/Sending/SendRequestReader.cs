using System.Text.Json;
using System.Text.Unicode;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>
/// Reads the body of <c>POST /kakao-alim/1/messages</c> or <c>/sms/3/messages</c>, which share their frame (contracts/infobip.md §3, §4, §12), in one pass. This is the hot path: no tree, no
/// reflection, and strings that a bulk repeats (sender, template) are kept once.
/// </summary>
/// <remarks>
/// A field of the wrong shape refuses the whole request, and so does an option of the right shape that this version cannot carry out yet. What nobody
/// asked for is not refused, because clients send such things unasked; it is named, because it may be an option that was meant to act.
/// </remarks>
internal ref partial struct SendRequestReader
{
    /// <summary>The Alim schema names no limit; this is the one of SMS v3, whose destinations are the same (contracts/infobip.md §3).</summary>
    private const int MaxDestination = 64;

    /// <summary>No limit in the schema either. Sender keys have 40 characters.</summary>
    private const int MaxSender = 255;

    private const int MaxMessageId = 200;

    private readonly SendDraft _draft = new();
    private readonly Channel _channel;
    private readonly WebhookTargetPolicy _targets;
    private readonly int _textLimit;
    private readonly DateTimeOffset _now;
    private StrictJson _json;
    private MessageDraft? _previous;
    private bool _inMessage;

    /// <summary>Ids that are too long are cut, not refused.</summary>
    private bool _clipsIds;

    /// <summary>The OMNI API: other names for the same, and one message that is the request.</summary>
    private bool _isOmni;

    /// <summary>The least length of what must be there: OMNI's schema says it, the others' do not.</summary>
    private readonly int Least => _isOmni ? 1 : 0;

    /// <summary>The one instant at which all messages of a request begin, where each of them names it.</summary>
    private string? _sendAtText;

    /// <summary>What of the current message was not read.</summary>
    private IgnoredMembers? _ofMessage;

    private SendRequestReader(Channel channel, ReadOnlySpan<byte> utf8, ShapeFaults faults, InfobipTextLimit textLimit, WebhookTargetPolicy targets, DateTimeOffset now)
    {
        _channel = channel;
        _json = new StrictJson(utf8, faults);
        _textLimit = (int)textLimit;
        _targets = targets;
        _now = now;
    }

    /// <summary>What the body asks for; meaningless when <paramref name="faults"/> has any.</summary>
    public static SendDraft Read(Channel channel, ReadOnlySpan<byte> body, InfobipTextLimit textLimit, WebhookTargetPolicy targets, DateTimeOffset now, ShapeFaults faults)
    {
        var utf8 = Unmarked(body);
        var reader = new SendRequestReader(channel, utf8, faults, textLimit, targets, now);
        return reader.Run(utf8, Document.Messages);
    }

    /// <summary>Without a byte order mark.</summary>
    private static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private SendDraft Run(ReadOnlySpan<byte> utf8, Document document)
    {
        if (!Utf8.IsValid(utf8))
        {
            _json.Faults.Only(JsonFaultFinder.Find(utf8));
            return _draft;
        }

        try
        {
            switch (document)
            {
                case Document.Messages:
                    ReadDocument();
                    break;
                case Document.Advanced:
                    ReadAdvancedDocument();
                    break;
                default:
                    ReadOmniDocument();
                    break;
            }
        }
        catch (JsonException)
        {
            _json.Faults.Only(JsonFaultFinder.Find(utf8));
        }

        return _draft;
    }

    private void ReadDocument()
    {
        if (!_json.BeginDocument())
        {
            return;
        }

        var messages = false;
        while (_json.NextMember())
        {
            if (_json.Is("messages"u8))
            {
                messages = ReadMessages(advanced: false);
            }
            else if (_json.Is("options"u8))
            {
                ReadRequestOptions();
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(messages, "messages");
        BoundWindows("options.deliveryTimeWindow");
        _json.EndDocument();
    }

    /// <param name="advanced">Each in the older shape, see <see cref="ReadAdvancedMessage"/>.</param>
    private bool ReadMessages(bool advanced)
    {
        _draft.Messages.Clear();
        _draft.Destinations.Clear();
        if (!_json.BeginArray("messages"))
        {
            return !_json.IsNull;
        }

        while (_json.NextItem())
        {
            if (!_json.BeginItem())
            {
                continue;
            }

            if (advanced)
            {
                ReadAdvancedMessage();
            }
            else
            {
                ReadMessage();
            }
        }

        _json.RequireItems();
        _json.End();
        return true;
    }

    private void ReadMessage()
    {
        var message = new MessageDraft();
        _inMessage = true;
        var destinations = false;
        var content = false;
        while (_json.NextMember())
        {
            if (_json.Is("sender"u8))
            {
                message.Sender = _json.String("sender", MaxSender, 0, _previous?.Sender);
            }
            else if (_json.Is("destinations"u8))
            {
                destinations = ReadDestinations(message);
            }
            else if (_json.Is("content"u8))
            {
                content = _channel == Channel.Sms ? ReadSmsContent(message) : ReadAlimContent(message);
            }
            else if (_json.Is("options"u8))
            {
                ReadMessageOptions(message);
            }
            else if (_json.Is("webhooks"u8))
            {
                ReadWebhooks(message);
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(message.Sender is not null || _channel == Channel.Sms, "sender");
        _json.Require(destinations, "destinations");
        _json.Require(content, "content");
        _json.End();
        message.Ignored = EndIgnored();
        if (message is { Content: SmsContent text, SmsTitle: { } title })
        {
            message.Content = text with { Title = title };
        }

        _draft.Messages.Add(message);
        _previous = message;
    }

    private bool ReadDestinations(MessageDraft message)
    {
        if (message.Destinations > 0)
        {
            // A second "destinations" in the same message: of a repeated member the last counts.
            _draft.Destinations.RemoveRange(message.FirstDestination, message.Destinations);
        }

        message.FirstDestination = _draft.Destinations.Count;
        message.Destinations = 0;
        if (!_json.BeginArray("destinations"))
        {
            return !_json.IsNull;
        }

        while (_json.NextItem())
        {
            if (!_json.BeginItem())
            {
                continue;
            }

            if (_isOmni)
            {
                ReadOmniDestination();
            }
            else
            {
                ReadDestination();
            }
        }

        message.Destinations = _draft.Destinations.Count - message.FirstDestination;
        _json.RequireItems();
        _json.End();
        return true;
    }

    private void ReadDestination()
    {
        string? to = null;
        string? messageId = null;
        while (_json.NextMember())
        {
            if (_json.Is("to"u8))
            {
                to = _json.String("to", MaxDestination);
            }
            else if (_json.Is("messageId"u8))
            {
                messageId = _clipsIds ? Clipped(_json.String("messageId", int.MaxValue), MaxMessageId) : _json.String("messageId", MaxMessageId);
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(to is not null, "to");
        _json.End();
        _draft.Destinations.Add(new DestinationDraft(Recipient.Parse(to ?? ""), string.IsNullOrEmpty(messageId) ? null : messageId));
    }

    private enum Document
    {
        Messages = 1,
        Advanced = 2,
        Omni = 3,
    }
}
