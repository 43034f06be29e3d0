using Naru.Core.Content;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>The body of <c>POST /sms/2/text/advanced</c>: the same things under other names, flat (contracts/infobip.md §12).</summary>
internal ref partial struct SendRequestReader
{
    private const int MinutesOfLongestValidity = 48 * MinutesPerHour;

    /// <inheritdoc cref="Read"/>
    public static SendDraft ReadAdvanced(ReadOnlySpan<byte> body, InfobipTextLimit textLimit, WebhookTargetPolicy targets, DateTimeOffset now, ShapeFaults faults)
    {
        var utf8 = Unmarked(body);
        var reader = new SendRequestReader(Channel.Sms, utf8, faults, textLimit, targets, now) { _clipsIds = true };
        return reader.Run(utf8, Document.Advanced);
    }

    private void ReadAdvancedDocument()
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
                messages = ReadMessages(advanced: true);
            }
            else if (_json.Is("bulkId"u8))
            {
                _draft.BulkId = Clipped(_json.String("bulkId", int.MaxValue), MaxBulkId);
            }
            else if (_json.Is("sendingSpeedLimit"u8))
            {
                _draft.Pace = ReadSpeedLimit();
            }
            else if (_json.Is("includeSmsCountInResponse"u8))
            {
                _draft.CountsTexts = _json.Boolean("includeSmsCountInResponse") == true;
            }
            else
            {
                Ignore();
            }
        }

        _json.Require(messages, "messages");
        BoundWindows("deliveryTimeWindow");
        _json.EndDocument();
    }

    private void ReadAdvancedMessage()
    {
        var message = new MessageDraft();
        _inMessage = true;
        var destinations = false;
        string? text = null;
        string? sendAt = null;
        while (_json.NextMember())
        {
            if (_json.Is("destinations"u8))
            {
                destinations = ReadDestinations(message);
            }
            else if (_json.Is("text"u8))
            {
                text = _json.String("text", int.MaxValue, 0, (_previous?.Content as SmsContent)?.Text);
            }
            else if (_json.Is("sendAt"u8))
            {
                sendAt = ReadAdvancedSendAt();
            }
            else
            {
                ReadAdvancedMember(message);
            }
        }

        _json.Require(destinations, "destinations");
        _json.Require(text is not null, "text");
        if (_draft.Messages.Count > 0 && !string.Equals(sendAt, _sendAtText, StringComparison.Ordinal))
        {
            _json.Fault("sendAt", "must be the same for all messages of a request");
        }

        _sendAtText = sendAt;
        _json.End();
        message.Content = new SmsContent(text ?? "", message.SmsTitle);
        message.Ignored = EndIgnored();
        _draft.Messages.Add(message);
        _previous = message;
    }

    private void ReadAdvancedMember(MessageDraft message)
    {
        if (_json.Is("from"u8))
        {
            message.Sender = _json.String("from", MaxSender, 0, _previous?.Sender) is { Length: > 0 } from ? from : null;
        }
        else if (_json.Is("validityPeriod"u8))
        {
            message.Validity = ReadMinutes();
        }
        else if (_json.Is("regional"u8))
        {
            message.SmsTitle = ReadRegional();
        }
        else if (_json.Is("flash"u8))
        {
            RefuseIfAsked(_json.Boolean("flash"), "flash", "a text that shows itself and is not kept");
        }
        else if (_json.Is("entityId"u8))
        {
            message.EntityId = _json.String("entityId", MaxTag, 0, _previous?.EntityId);
        }
        else if (_json.Is("applicationId"u8))
        {
            message.ApplicationId = _json.String("applicationId", MaxTag, 0, _previous?.ApplicationId);
        }
        else if (_json.Is("campaignReferenceId"u8))
        {
            message.CampaignReference = _json.String("campaignReferenceId", MaxTag, 0, _previous?.CampaignReference);
        }
        else if (!ReadFlatOption(message))
        {
            Ignore();
        }
    }

    /// <summary>What both older APIs have in a message, each under its own name. <c>deliveryTimeWindow</c> is an extension where it is OMNI's.</summary>
    private bool ReadFlatOption(MessageDraft message)
    {
        if (_json.Is("deliveryTimeWindow"u8))
        {
            message.Window = ReadDeliveryTimeWindow();
        }
        else if (_json.Is("callbackData"u8))
        {
            message.CallbackData = _json.String("callbackData", MaxCallbackData, 0, _previous?.CallbackData);
        }
        else if (_json.Is("notifyUrl"u8))
        {
            message.ReportUrl = ReadUrl("notifyUrl");
        }
        else if (_json.Is("notifyContentType"u8))
        {
            message.ReportContentType = ReadReportType("notifyContentType");
        }
        else if (_json.Is("intermediateReport"u8))
        {
            message.IntermediateReport = _json.Boolean("intermediateReport") == true;
        }
        else
        {
            return false;
        }

        return true;
    }

    private string? ReadAdvancedSendAt()
    {
        var at = ReadSendAt();
        _draft.SendAt = at;
        return at is { } asked ? InfobipDate.Format(asked) : null;
    }

    private TimeSpan? ReadMinutes() => _json.Int32("validityPeriod", min: 1) is { } minutes ? TimeSpan.FromMinutes(Math.Min(minutes, MinutesOfLongestValidity)) : null;

    /// <summary>"Anything above … will be clipped" (contracts/infobip.md §12).</summary>
    private static string? Clipped(string? text, int max) => string.IsNullOrEmpty(text) ? null : text.Length <= max ? text : text[..max];
}
