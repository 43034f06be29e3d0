using System.Text;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Dialects.SinchProvisioning.Templates;
using Naru.Dialects.SinchProvisioning.Webhooks;
using Naru.Engine.Ports;

namespace Naru.Dialects.SinchProvisioning.Notices;

/// <summary>The bodies of callbacks: <c>{type, payload, comment}</c>, the payload as a GET shows it (contracts/sinch.md §8).</summary>
internal sealed class ProvisioningNoticeWriter : IProvisioningNoticeWriter
{
    private const int Bytes = 1024;

    public DialectName Dialect => DialectName.SinchProvisioning;

    public string Write(ProvisioningNews news)
    {
        using var written = new PooledBytes(Bytes);
        JsonAnswer.Render(written, news, Write);

        // The framework's writer escapes more than a receiver that writes the body again would (see JsonText).
        using var body = new PooledBytes(Bytes);
        body.Value(written.Span, JsonDress.Plain);
        return Encoding.UTF8.GetString(body.Span);
    }

    private static void Write(Utf8JsonWriter json, ProvisioningNews news)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, ProvisioningTriggers.WordOf(news.Happened));
        json.WritePropertyName("payload"u8);
        if (news.Template is { } template)
        {
            TemplateJson.Write(json, template);
        }
        else
        {
            SenderJson.Write(json, news.Sender);
        }

        if (news.Comment is { } comment)
        {
            json.WriteString("comment"u8, comment);
        }

        json.WriteEndObject();
    }
}
