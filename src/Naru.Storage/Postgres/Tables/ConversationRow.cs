using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Rows of contacts and conversations: reading.</summary>
internal static class ConversationRow
{
    public const string Selected = "id, workspace, app, contact, active, channel, body";

    public static Conversation Of(NpgsqlDataReader row) => ConversationCodec.Read(row.GetFieldValue<byte[]>(6), new ConversationColumns(
        row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetBoolean(4), (Channel)row.GetInt16(5)));
}

internal static class ContactRow
{
    public const string Selected = "id, workspace, body";

    public static Contact Of(NpgsqlDataReader row) => ContactCodec.Read(row.GetFieldValue<byte[]>(2), row.GetInt64(0), new WorkspaceId(row.GetInt32(1)));
}
