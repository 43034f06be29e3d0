using System.Text.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>Writes webhooks as Sinch shows them (contracts/sinch.md §3.7): with their secrets, as in the vendor's fixtures.</summary>
internal static class WebhookJson
{
    public static void WriteList(Utf8JsonWriter json, IReadOnlyList<ShownWebhook> webhooks)
    {
        json.WriteStartObject();
        json.WriteStartArray("webhooks"u8);
        foreach (var webhook in webhooks)
        {
            Write(json, webhook);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ShownWebhook webhook)
    {
        var subscription = webhook.Endpoint.Subscription!;
        json.WriteStartObject();
        json.WriteString("id"u8, subscription.PublicId);
        json.WriteString("app_id"u8, webhook.AppId);
        json.WriteString("target"u8, webhook.Endpoint.Url);
        json.WriteString("target_type"u8, WebhookRequestReader.TargetTypeWord(subscription.Enabled));
        json.WriteString("secret"u8, subscription.Secret ?? "");
        json.WriteStartArray("triggers"u8);
        foreach (var trigger in subscription.Triggers)
        {
            json.WriteStringValue(trigger);
        }

        json.WriteEndArray();
        if (subscription.Credentials is { } credentials)
        {
            Write(json, credentials);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClientCredentials credentials)
    {
        json.WriteStartObject("client_credentials"u8);
        json.WriteString("client_id"u8, credentials.ClientId);
        json.WriteString("client_secret"u8, credentials.ClientSecret);
        json.WriteString("endpoint"u8, credentials.TokenUrl);
        json.WriteString("scope"u8, credentials.Scope ?? "");
        json.WriteString("response_type"u8, credentials.ResponseType ?? "");
        json.WriteString("token_request_type"u8, WebhookRequestReader.TokenRequestWord(credentials.InForm));
        json.WriteEndObject();
    }
}

/// <param name="AppId">Public.</param>
internal sealed record ShownWebhook(WebhookEndpoint Endpoint, string AppId);
