using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Conversations;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>Lists of contacts, newest first, and of the numbers that several of them have (contracts/sinch.md §3.1).</summary>
internal sealed class ContactLists(ContactBook book)
{
    private const string ContactList = "contacts";
    private const string ConflictList = "conflicts";
    private const int DefaultPage = 10;
    private const int LargestPage = 20;

    public async Task ListAsync(HttpContext context, SinchCaller caller)
    {
        var query = new SinchQuery(context.Request.Query, new ShapeFaults());
        var size = query.PageSize(DefaultPage, LargestPage);
        var externalId = query.Text("external_id");
        var channel = query.Choice("channel", ContactChannels.Choice);
        var identity = query.Identity("identity");
        var after = query.PageAfter(ContactList);
        var before = book.ReadContactId(after);
        if (after is not null && before is null)
        {
            query.Faults.Add(PageToken.Parameter, PageToken.Rule);
        }

        if (externalId is not null && (identity is not null || channel is not null))
        {
            query.Faults.Add("external_id", "must not be given beside channel and identity");
        }
        else if (!query.Faults.Any && channel is null != identity is null)
        {
            query.Faults.Add(channel is null ? "channel" : "identity", "must be given: channel and identity belong together");
        }

        if (query.Faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, query.Faults.All);
            return;
        }

        var found = await book.Store.ListAsync(
            new ContactQuery
            {
                Workspace = caller.Workspace.Id,
                ExternalId = externalId,
                Identity = channel is { } on && Addresses.Read(on, identity!) is var named ? (named.Channel, named.Address) : null,
                BeforeId = before,
                Limit = size + 1,
            },
            context.RequestAborted);
        await SinchAnswer.WriteAsync(context, new Page<Contact>(found, size), WriteContacts);
    }

    public async Task ListConflictsAsync(HttpContext context, SinchCaller caller)
    {
        var query = new SinchQuery(context.Request.Query, new ShapeFaults());
        var size = query.PageSize(DefaultPage, LargestPage);
        var after = query.PageAfter(ConflictList);
        var phone = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out phone))
        {
            query.Faults.Add(PageToken.Parameter, PageToken.Rule);
        }

        if (query.Faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, query.Faults.All);
            return;
        }

        var found = await book.Store.ListConflictsAsync(new ConflictQuery(caller.Workspace.Id, phone, size + 1), context.RequestAborted);
        await SinchAnswer.WriteAsync(context, new Page<IdentityConflict>(found, size), WriteConflicts);
    }

    private void WriteContacts(Utf8JsonWriter json, Page<Contact> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("contacts"u8);
        foreach (var contact in page.Items)
        {
            ContactJson.Write(json, contact, book.ContactId(contact.Id));
        }

        json.WriteEndArray();
        page.WriteToken(json, ContactList, contact => book.ContactId(contact.Id));
        json.WriteEndObject();
    }

    private void WriteConflicts(Utf8JsonWriter json, Page<IdentityConflict> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("conflicts"u8);
        foreach (var conflict in page.Items)
        {
            json.WriteStartObject();
            json.WriteString("identity"u8, NumberOf(conflict));
            json.WriteStartArray("channels"u8);
            foreach (var channel in conflict.Channels)
            {
                json.WriteStringValue(SinchChannels.WordOf(channel));
            }

            json.WriteEndArray();
            json.WriteStartArray("contact_ids"u8);
            foreach (var contact in conflict.Contacts)
            {
                json.WriteStringValue(book.ContactId(contact));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        page.WriteToken(json, ConflictList, NumberOf);
        json.WriteEndObject();
    }

    private static string NumberOf(IdentityConflict conflict) => conflict.Phone.ToString(CultureInfo.InvariantCulture);
}
