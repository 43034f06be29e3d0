using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Messages.Content;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>Reads the body of <c>POST messages:send</c> (contracts/sinch.md §3.3) in one pass. This is the hot path: no tree, no reflection.</summary>
internal sealed class SendReader(WebhookTargetPolicy targets)
{
    public const int MaxMetadata = 1024;
    public const int MaxConversationMetadata = 2048;
    public const string NotUlid = "must be a ULID of 26 characters";

    private const int MaxCorrelation = 128;
    private const int MaxUrl = 742;
    private const int MaxId = 255;

    private static readonly JsonChoice<bool> s_queue = new(("NORMAL_PRIORITY", false), ("HIGH_PRIORITY", true));
    private static readonly JsonChoice<bool> s_strategy = new(("DEFAULT", false), ("DISPATCH_ONLY", true));
    private static readonly JsonChoice<bool> s_update = new(("REPLACE", false), ("MERGE_PATCH", true));
    private static readonly JsonChoice<bool> s_contentType = new(("CONTENT_UNKNOWN", false), ("CONTENT_NOTIFICATION", false), ("CONTENT_MARKETING", true));

    public SendDraft Read(ref StrictJson json)
    {
        var draft = new SendDraft();
        var recipient = false;
        var message = false;
        while (json.NextMember())
        {
            if (json.Is("app_id"u8))
            {
                draft.AppId = ReadAppId(ref json);
            }
            else if (json.Is("recipient"u8))
            {
                recipient = RecipientReader.Read(ref json, draft);
            }
            else if (json.Is("message"u8))
            {
                message = ReadMessage(ref json, draft);
            }
            else if (json.Is("message_metadata"u8))
            {
                draft.Metadata = json.String("message_metadata", MaxMetadata);
            }
            else if (json.Is("conversation_metadata"u8))
            {
                draft.ConversationMetadata = json.RawObject("conversation_metadata", MaxConversationMetadata);
            }
            else
            {
                ReadOption(ref json, draft);
            }
        }

        json.Require(draft.AppId is not null, "app_id");
        json.Require(recipient, "recipient");
        json.Require(message, "message");
        return draft;
    }

    /// <summary><c>app_id</c>.</summary>
    public static string? ReadAppId(ref StrictJson json)
    {
        var faults = json.Faults.Count;
        var id = json.String("app_id", MaxId);
        if (id is not null && json.Faults.Count == faults && !Ulid.TryParse(id, out _))
        {
            json.Fault("app_id", NotUlid);
        }

        return id;
    }

    /// <summary><c>message</c>. False where there is none.</summary>
    public static bool ReadMessage(ref StrictJson json, SendDraft draft)
    {
        if (!json.BeginObject("message"))
        {
            return !json.IsNull;
        }

        var start = json.Position;
        var faults = json.Faults.Count;
        AppMessageReader.Read(ref json, draft.Message);
        if (json.Faults.Count == faults)
        {
            using var original = new PooledBytes(1024);
            original.Value(json.Since(start), JsonDress.Casual);
            draft.Original = System.Text.Encoding.UTF8.GetString(original.Span);
        }

        return true;
    }

    /// <summary>Everything that a batch has in the same form.</summary>
    public void ReadOption(ref StrictJson json, SendDraft draft)
    {
        if (json.Is("callback_url"u8))
        {
            draft.CallbackUrl = ReadUrl(ref json);
        }
        else if (json.Is("channel_priority_order"u8))
        {
            draft.ChannelOrder = ReadChannelOrder(ref json);
        }
        else if (json.Is("channel_properties"u8))
        {
            ChannelProperties.Read(ref json, draft);
        }
        else if (json.Is("conversation_metadata_update_strategy"u8))
        {
            draft.MergeConversationMetadata = json.Choice("conversation_metadata_update_strategy", s_update) ?? false;
        }
        else if (json.Is("queue"u8))
        {
            draft.HighPriority = json.Choice("queue", s_queue) ?? false;
        }
        else if (json.Is("ttl"u8))
        {
            draft.Ttl = Ttl.Read(ref json);
        }
        else if (json.Is("processing_strategy"u8))
        {
            draft.DispatchOnly = json.Choice("processing_strategy", s_strategy) ?? false;
        }
        else if (json.Is("correlation_id"u8))
        {
            draft.CorrelationId = json.String("correlation_id", MaxCorrelation);
        }
        else if (json.Is("message_content_type"u8))
        {
            draft.IsMarketing = json.Choice("message_content_type", s_contentType) ?? false;
        }
        else
        {
            json.SkipMember();
        }
    }

    private string? ReadUrl(ref StrictJson json)
    {
        var faults = json.Faults.Count;
        var url = json.String("callback_url", MaxUrl);
        if (string.IsNullOrEmpty(url) || json.Faults.Count > faults)
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            json.Fault("callback_url", "must be an absolute http or https URL");
        }
        else if (targets.IsRefused(uri, out var reason))
        {
            json.Fault("callback_url", reason);
        }

        return url;
    }

    private static List<SinchChannel>? ReadChannelOrder(ref StrictJson json)
    {
        if (!json.BeginArray("channel_priority_order"))
        {
            return null;
        }

        var order = new List<SinchChannel>();
        while (json.NextItem())
        {
            order.Add(json.ItemChoice(SinchChannels.Choice));
        }

        json.End();
        return order.Count == 0 ? null : order;
    }
}
