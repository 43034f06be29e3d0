using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Messages;
using Naru.Dialects.Sinch.Messages.Content;

namespace Naru.Dialects.Sinch.Batch;

/// <summary><c>recipient_and_params</c>: to whom, and with what in the places that the message leaves open.</summary>
internal static class BatchRecipientReader
{
    public const string Member = "recipient_and_params";

    /// <summary>contracts/sinch.md §3.9.</summary>
    public const int Most = 1000;

    public static readonly string Rule = $"size must be between 1 and {Most}";

    /// <summary>False where there is none.</summary>
    public static bool Read(ref StrictJson json, BatchDraft draft)
    {
        draft.Recipients.Clear();
        if (!json.BeginArray(Member))
        {
            return !json.IsNull;
        }

        var count = 0;
        while (json.NextItem())
        {
            count++;
            if (json.BeginItem())
            {
                Keep(draft, ReadItem(ref json));
            }
        }

        if (count is 0 or > Most)
        {
            json.Fault(Rule);
        }

        json.End();
        return true;
    }

    private static void Keep(BatchDraft draft, BatchRecipient recipient)
    {
        // A body of ten megabytes holds many more; the request is refused then, whatever they say.
        if (draft.Recipients.Count < Most)
        {
            draft.Recipients.Add(recipient);
        }
    }

    private static BatchRecipient ReadItem(ref StrictJson json)
    {
        var item = new BatchRecipient();
        var recipient = false;
        while (json.NextMember())
        {
            if (json.Is("recipient"u8))
            {
                recipient = RecipientReader.Read(ref json, item.Draft);
            }
            else if (json.Is("parameters"u8))
            {
                item.Parameters = TemplateReader.ReadParameters(ref json);
            }
            else if (json.Is("message_metadata"u8))
            {
                item.MessageMetadata = json.RawObject("message_metadata", BatchReader.MaxMetadata);
            }
            else if (json.Is("conversation_metadata"u8))
            {
                item.ConversationMetadata = json.RawObject("conversation_metadata", SendReader.MaxConversationMetadata);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(recipient, "recipient");
        json.End();
        return item;
    }
}
