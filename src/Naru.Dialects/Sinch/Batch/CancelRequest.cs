using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>Which batches are to be cancelled: one by its id, or all that have a metadata member of this value.</summary>
internal sealed record CancelRequest(string? BatchId, string? Key, string? Value)
{
    public const string OneOf = "must have batch_id, or metadata_key and metadata_value";

    private const int MaxText = 1024;

    public static CancelRequest Read(ref StrictJson json)
    {
        string? id = null;
        string? key = null;
        string? value = null;
        while (json.NextMember())
        {
            if (json.Is("batch_id"u8))
            {
                id = json.String("batch_id", MaxText, 1);
            }
            else if (json.Is("metadata_key"u8) || json.Is("metadataKey"u8))
            {
                key = json.String("metadata_key", MaxText, 1);
            }
            else if (json.Is("metadata_value"u8) || json.Is("metadataValue"u8))
            {
                value = json.String("metadata_value", MaxText);
            }
            else
            {
                json.SkipMember();
            }
        }

        if (id is null && (key is null || value is null))
        {
            json.Fault(OneOf);
        }

        return new CancelRequest(id, key, value);
    }
}
