using Naru.Core.Content;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary><c>webhooks</c> of a message: where its delivery report goes, and what is said with it.</summary>
internal ref partial struct SendRequestReader
{
    private const int MaxCallbackData = 4000;

    /// <summary>No limit in the schema; what proxies and servers take at most in practice.</summary>
    private const int MaxUrl = 2048;

    private static readonly JsonChoice<bool> s_reportTypes = new((ReportMedia.Json, false), (InfobipXml.ContentType, true));

    private void ReadWebhooks(MessageDraft message)
    {
        if (!_json.BeginObject("webhooks"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("delivery"u8))
            {
                ReadDelivery(message);
            }
            else if (_json.Is("contentType"u8))
            {
                message.ReportContentType = ReadReportType("contentType");
            }
            else if (_json.Is("callbackData"u8))
            {
                message.CallbackData = _json.String("callbackData", MaxCallbackData, 0, _previous?.CallbackData);
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    private string? ReadReportType(string name) => _json.Choice(name, s_reportTypes) switch
    {
        null => null,
        true => InfobipXml.ContentType,
        false => ReportMedia.Json,
    };

    private void ReadDelivery(MessageDraft message)
    {
        if (!_json.BeginObject("delivery"))
        {
            return;
        }

        while (_json.NextMember())
        {
            if (_json.Is("url"u8))
            {
                message.ReportUrl = ReadUrl("url");
            }
            else if (_json.Is("notify"u8))
            {
                message.Notify = _json.Boolean("notify");
            }
            else if (_json.Is("intermediateReport"u8))
            {
                message.IntermediateReport = _json.Boolean("intermediateReport") == true;
            }
            else if (_channel == Channel.AlimTalk && _json.Is("receiveTriggeredFailoverReports"u8))
            {
                // Documented for Brand Messages, whose failover is the same; here an extension.
                message.FailoverReports = _json.Boolean("receiveTriggeredFailoverReports") == true;
            }
            else
            {
                Ignore();
            }
        }

        _json.End();
    }

    /// <summary>A URL that was just read for another message of the request was judged then.</summary>
    private string? ReadUrl(string name)
    {
        var faults = _json.Faults.Count;
        var url = _json.String(name, MaxUrl, 0, _previous?.ReportUrl);
        if (url is null || _json.Faults.Count > faults || ReferenceEquals(url, _previous?.ReportUrl))
        {
            return url;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            _json.Fault(name, "must be an absolute http or https URL");
        }
        else if (_targets.IsRefused(uri, out var reason))
        {
            _json.Fault(name, reason);
        }

        return url;
    }
}
