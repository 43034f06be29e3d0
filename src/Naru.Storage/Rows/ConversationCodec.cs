using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;

namespace Naru.Storage.Rows;

/// <summary>What a conversation holds besides its columns.</summary>
internal static class ConversationCodec
{
    private const byte Version = 1;

    private const byte HasReceived = 1;
    private const byte HasMetadataJson = 2;
    private const byte HasMetadata = 4;
    private const byte HasCorrelationId = 8;

    public static ReadOnlySpan<byte> Write(RowWriter row, Conversation talk)
    {
        row.Begin(Version);
        row.Byte((byte)((talk.LastReceived is null ? 0 : HasReceived) | (talk.MetadataJson is null ? 0 : HasMetadataJson)
            | (talk.Metadata is null ? 0 : HasMetadata) | (talk.CorrelationId is null ? 0 : HasCorrelationId)));
        row.Instant(talk.CreatedAt);
        row.Instant(talk.LastMessageAt, talk.CreatedAt);
        row.Number(talk.Version);
        if (talk.LastReceived is { } received)
        {
            row.Instant(received, talk.CreatedAt);
        }

        foreach (var text in (ReadOnlySpan<string?>)[talk.MetadataJson, talk.Metadata, talk.CorrelationId])
        {
            if (text is not null)
            {
                row.Text(text);
            }
        }

        return row.Written;
    }

    public static Conversation Read(ReadOnlySpan<byte> blob, in ConversationColumns columns)
    {
        var row = new RowReader(blob, Version, "conversation");
        var has = row.Byte();
        var created = row.Instant();
        var lastMessage = row.Instant(created);
        var version = (int)row.Number();
        DateTimeOffset? received = (has & HasReceived) != 0 ? row.Instant(created) : null;
        var metadataJson = (has & HasMetadataJson) != 0 ? row.Text() : null;
        var metadata = (has & HasMetadata) != 0 ? row.Text() : null;
        var correlationId = (has & HasCorrelationId) != 0 ? row.Text() : null;
        return new Conversation(
            columns.Id, new WorkspaceId(columns.Workspace), columns.App, columns.Contact, columns.Active, columns.Channel, received, metadataJson, metadata,
            correlationId, created, lastMessage, version);
    }
}

internal readonly record struct ConversationColumns(long Id, int Workspace, int App, long Contact, bool Active, Channel Channel);
