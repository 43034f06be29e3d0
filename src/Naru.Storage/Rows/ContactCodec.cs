using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Storage.Rows;

/// <summary>What a contact holds besides its number and its workspace.</summary>
internal static class ContactCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, Contact contact)
    {
        row.Begin(Version);
        row.Instant(contact.CreatedAt);
        row.Number(contact.Version);
        row.Number(contact.Identities.Count);
        foreach (var identity in contact.Identities)
        {
            row.Byte((byte)identity.Channel);
            row.Number(identity.Address.Digits);
            if (!identity.Address.IsPhone)
            {
                row.Text(identity.Address.Value);
            }

            row.Text(identity.AppId);
        }

        row.Number(contact.Priority.Count);
        foreach (var channel in contact.Priority)
        {
            row.Byte((byte)channel);
        }

        row.Text(contact.DisplayName);
        row.Text(contact.Language);
        Optional(row, contact.Email);
        Optional(row, contact.ExternalId);
        Optional(row, contact.Metadata);
        return row.Written;
    }

    public static Contact Read(ReadOnlySpan<byte> blob, long id, WorkspaceId workspace)
    {
        var row = new RowReader(blob, Version, "contact");
        var created = row.Instant();
        var version = (int)row.Number();
        var identities = new ContactIdentity[row.Count()];
        for (var i = 0; i < identities.Length; i++)
        {
            var channel = (Channel)row.Byte();
            var digits = row.Number();
            var address = digits == 0 ? Recipient.Unusable(row.Text()) : Recipient.FromDigits(digits);
            identities[i] = new ContactIdentity(channel, address, row.Text());
        }

        var priority = new Channel[row.Count()];
        for (var i = 0; i < priority.Length; i++)
        {
            priority[i] = (Channel)row.Byte();
        }

        var name = row.Text();
        var language = row.Text();
        return new Contact(id, workspace, identities, priority, name, Optional(ref row), Optional(ref row), language, Optional(ref row), created, version);
    }

    private static void Optional(RowWriter row, string? text)
    {
        row.Flag(text is not null);
        if (text is not null)
        {
            row.Text(text);
        }
    }

    private static string? Optional(ref RowReader row) => row.Flag() ? row.Text() : null;
}
