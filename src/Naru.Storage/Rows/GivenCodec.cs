using Naru.Core.Messages;

namespace Naru.Storage.Rows;

/// <summary>What a message was given at acceptance and keeps: written once, never touched by a transition.</summary>
internal static class GivenCodec
{
    private const byte Version = 1;
    private const byte HasClientId = 1;
    private const byte HasRawRecipient = 2;
    private const byte HasEnvelope = 4;

    /// <param name="withEnvelope">False where the envelope is a row of its own.</param>
    public static ReadOnlySpan<byte> Write(RowWriter row, Message message, bool withEnvelope)
    {
        row.Begin(Version);
        row.Byte(message.Key.Partition);
        row.Byte((byte)message.Class);
        row.Byte((byte)((message.ClientId is null ? 0 : HasClientId) | (message.To.Raw is null ? 0 : HasRawRecipient) | (withEnvelope ? HasEnvelope : 0)));
        if (message.ClientId is not null)
        {
            row.Text(message.ClientId);
        }

        if (message.To.Raw is not null)
        {
            row.Text(message.To.Raw);
        }

        if (withEnvelope)
        {
            EnvelopeCodec.WriteInto(row, message.Envelope);
        }

        return row.Written;
    }

    public static Given Read(ReadOnlySpan<byte> blob, bool skipEnvelope = false)
    {
        var row = new RowReader(blob, Version, "message");
        var partition = row.Byte();
        var messageClass = (MessageClass)row.Byte();
        var has = row.Byte();
        return new Given(
            partition,
            messageClass,
            (has & HasClientId) != 0 ? row.Text() : null,
            (has & HasRawRecipient) != 0 ? row.Text() : null,
            (has & HasEnvelope) != 0 && !skipEnvelope ? EnvelopeCodec.ReadFrom(ref row) : null);
    }
}

internal readonly record struct Given(byte Partition, MessageClass Class, string? ClientId, string? RawRecipient, Envelope? Envelope);
