using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Messages;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>
/// Reads the body of a batch (contracts/sinch.md §3.9). Members that <c>messages:send</c> has in the same form are read by its reader.
/// </summary>
internal sealed class BatchReader(SendReader sends)
{
    /// <summary>Sinch publishes no limit; this is that of a message's.</summary>
    public const int MaxMetadata = SendReader.MaxMetadata;

    private const int MaxTime = 64;

    public BatchDraft Read(ref StrictJson json)
    {
        var draft = new BatchDraft();
        var message = false;
        var recipients = false;
        while (json.NextMember())
        {
            if (json.Is("app_id"u8))
            {
                draft.Shared.AppId = SendReader.ReadAppId(ref json);
            }
            else if (json.Is("message"u8))
            {
                message = SendReader.ReadMessage(ref json, draft.Shared);
            }
            else if (json.Is("recipient_and_params"u8))
            {
                recipients = BatchRecipientReader.Read(ref json, draft);
            }
            else if (!ReadMetadata(ref json, draft))
            {
                ReadOption(ref json, draft);
            }
        }

        json.Require(draft.Shared.AppId is not null, "app_id");
        json.Require(message, "message");
        json.Require(recipients, BatchRecipientReader.Member);
        return draft;
    }

    private static bool ReadMetadata(ref StrictJson json, BatchDraft draft)
    {
        if (json.Is("batch_metadata"u8))
        {
            draft.BatchMetadata = json.RawObject("batch_metadata", MaxMetadata);
        }
        else if (json.Is("message_metadata"u8))
        {
            draft.MessageMetadata = json.RawObject("message_metadata", MaxMetadata);
        }
        else if (json.Is("conversation_metadata"u8))
        {
            draft.ConversationMetadata = json.RawObject("conversation_metadata", SendReader.MaxConversationMetadata);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadOption(ref StrictJson json, BatchDraft draft)
    {
        if (json.Is("send_after"u8))
        {
            draft.SendAfter = ReadTime(ref json);
        }
        else
        {
            sends.ReadOption(ref json, draft.Shared);
        }
    }

    private static DateTimeOffset? ReadTime(ref StrictJson json)
    {
        var faults = json.Faults.Count;
        if (json.String("send_after", MaxTime) is not { } text || json.Faults.Count > faults)
        {
            return null;
        }

        if (SinchTime.TryParse(text, out var at))
        {
            return at;
        }

        json.Fault("send_after", SinchTime.Rule);
        return null;
    }
}
