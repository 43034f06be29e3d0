using Naru.Core.Messages;

namespace Naru.Engine.Intake;

/// <summary>
/// Bulk ids that the gateway makes. That of a bulk decodes to its number; a message that came alone has no bulk row, and its bulk id
/// decodes to the message. The partition byte tells them apart: 255 is no partition.
/// </summary>
public static class BulkIds
{
    private const byte IsBulk = 255;

    public static string Of(BulkKey bulk, DateTimeOffset acceptedAt, MessageKey single, MessageIdCodec ids) =>
        ids.ToUuid(IdKind.Bulk, acceptedAt, bulk.Exists ? new MessageKey(IsBulk, bulk.Value) : single);

    public static bool TryRead(string text, MessageIdCodec ids, out BulkReference reference)
    {
        if (!ids.TryFromUuid(IdKind.Bulk, text, out var decoded))
        {
            reference = default;
            return false;
        }

        reference = decoded.Key.Partition == IsBulk
            ? new BulkReference(new BulkKey(decoded.Key.Sequence), null)
            : new BulkReference(BulkKey.None, decoded.Key);
        return true;
    }
}
