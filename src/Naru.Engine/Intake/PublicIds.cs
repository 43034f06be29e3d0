using Naru.Core.Messages;

namespace Naru.Engine.Intake;

/// <summary>What a message is called outside: as its owner called it, else by the id that decodes to it, in the form of its front door.</summary>
internal static class PublicIds
{
    public static string Of(DialectName dialect, string? clientId, DateTimeOffset acceptedAt, MessageKey key, MessageIdCodec ids) =>
        clientId ?? (dialect == DialectName.Sinch ? ids.ToUlid(IdKind.Message, acceptedAt, key) : ids.ToUuid(IdKind.Message, acceptedAt, key));

    public static string Of(Message message, MessageIdCodec ids) => Of(message.Envelope.Dialect, message.ClientId, message.AcceptedAt, message.Key, ids);

    public static bool TryRead(string publicId, MessageIdCodec ids, out DecodedId decoded) =>
        ids.TryFromUuid(IdKind.Message, publicId, out decoded) || ids.TryFromUlid(IdKind.Message, publicId, out decoded);
}
