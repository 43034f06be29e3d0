using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Contacts;

/// <summary>Lists, page by page.</summary>
public abstract partial class ContactStoreConformance
{
    [Fact]
    public async Task Contacts_are_listed_newest_first_and_page_by_page()
    {
        await _store.TalkAsync(writes =>
        {
            writes.Contacts.AddRange(Enumerable.Range(1, 7).Select(id => People.Contact(id)));
            writes.Contacts.Add(People.Contact(8) with { Workspace = Samples.Other });
        });

        (await ListAsync(query => query with { Limit = 3 })).ShouldBe([7, 6, 5]);
        (await ListAsync(query => query with { Limit = 3, BeforeId = 5 })).ShouldBe([4, 3, 2]);
        (await ListAsync(query => query with { Limit = 3, BeforeId = 2 })).ShouldBe([1]);
        (await ListAsync(query => query with { BeforeId = 1 })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Contacts_are_found_by_the_id_that_their_owner_gave_them()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange(
        [
            People.Contact(1) with { ExternalId = "customer 1" },
            People.Contact(2) with { ExternalId = "customer 2" },
            People.Contact(3) with { ExternalId = "customer 1" },
            People.Contact(4) with { ExternalId = "customer 1", Workspace = Samples.Other },
            People.Contact(5),
        ]));

        (await ListAsync(query => query with { ExternalId = "customer 1" })).ShouldBe([3, 1]);
        (await ListAsync(query => query with { ExternalId = "customer 1", BeforeId = 3 })).ShouldBe([1]);
        (await ListAsync(query => query with { ExternalId = "customer" })).ShouldBeEmpty();

        await _store.TalkAsync(writes => writes.Contacts.Add(People.Contact(3) with { ExternalId = "customer 3" }));
        (await ListAsync(query => query with { ExternalId = "customer 1" })).ShouldBe([1]);
        (await ListAsync(query => query with { ExternalId = "customer 3" })).ShouldBe([3]);
    }

    [Fact]
    public async Task Contacts_are_listed_by_channel_and_address_whatever_the_app()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange(
        [
            People.Contact(1, People.Kakao(Kim)), People.Contact(2, People.Sms(Kim)), People.Contact(3, People.Chat("key", "a")), People.Contact(4, People.Chat("key", "b")),
        ]));

        (await ListAsync(query => query with { Identity = (Channel.AlimTalk, Recipient.FromDigits(Kim)) })).ShouldBe([1]);
        (await ListAsync(query => query with { Identity = (Channel.ConsultationTalk, Recipient.Unusable("key")) })).ShouldBe([4, 3]);
        (await ListAsync(query => query with { Identity = (Channel.ConsultationTalk, Recipient.Unusable("key")), BeforeId = 4 })).ShouldBe([3]);
        (await ListAsync(query => query with { Identity = (Channel.AlimTalk, Recipient.FromDigits(Lee)) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Conversations_of_an_app_are_listed_newest_first_and_counted_over_all_pages()
    {
        await _store.TalkAsync(writes => writes.Conversations.AddRange(
        [
            People.Talk(1), People.Talk(2, active: false), People.Talk(3, channel: Channel.Sms), People.Talk(4, app: 2), People.Talk(5, active: false, channel: Channel.Sms),
            People.Talk(6), People.Talk(7) with { Workspace = Samples.Other },
        ]));
        var all = new ConversationQuery { Workspace = Samples.Mine, App = 1 };

        (await TalksAsync(all)).ShouldBe([6, 5, 3, 2, 1], total: 5);
        (await TalksAsync(all with { Limit = 2 })).ShouldBe([6, 5], total: 5);
        (await TalksAsync(all with { Limit = 2, BeforeId = 5 })).ShouldBe([3, 2], total: 5);
        (await TalksAsync(all with { OnlyActive = true })).ShouldBe([6, 3, 1], total: 3);
        (await TalksAsync(all with { Channel = Channel.Sms })).ShouldBe([5, 3], total: 2);
        (await TalksAsync(all with { Channel = Channel.Sms, OnlyActive = true })).ShouldBe([3], total: 1);
        (await TalksAsync(all with { App = 3 })).ShouldBe([], total: 0);
    }

    [Fact]
    public async Task Conversations_of_a_contact_are_listed_over_all_its_apps_or_one()
    {
        await _store.TalkAsync(writes => writes.Conversations.AddRange(
        [
            People.Talk(1, app: 1, contact: 7), People.Talk(2, app: 2, contact: 7), People.Talk(3, app: 1, contact: 7, active: false), People.Talk(4, app: 1, contact: 8),
        ]));
        var all = new ConversationQuery { Workspace = Samples.Mine, Contact = 7 };

        (await TalksAsync(all)).ShouldBe([3, 2, 1], total: 3);
        (await TalksAsync(all with { App = 1 })).ShouldBe([3, 1], total: 2);
        (await TalksAsync(all with { OnlyActive = true, Limit = 1 })).ShouldBe([2], total: 2);
        (await TalksAsync(all with { Workspace = Samples.Other })).ShouldBe([], total: 0);
    }

    [Fact]
    public async Task Numbers_that_several_contacts_have_are_listed_in_order_until_they_differ()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange(
        [
            People.Contact(1, People.Kakao(Lee)), People.Contact(2, People.Sms(Lee), People.Kakao(Kim)), People.Contact(3, People.Sms(Kim)),
            People.Contact(4, People.Kakao(82105), People.Sms(82105)), People.Contact(5, People.Chat(Kim.ToString())), People.Contact(6, People.Sms(82105)) with { Workspace = Samples.Other },
        ]));

        (await ConflictsAsync()).ShouldBe([$"{Kim}: AlimTalk Sms; 2 3", $"{Lee}: AlimTalk Sms; 1 2"]);
        (await ConflictsAsync(limit: 1)).ShouldBe([$"{Kim}: AlimTalk Sms; 2 3"]);
        (await ConflictsAsync(after: Kim)).ShouldBe([$"{Lee}: AlimTalk Sms; 1 2"]);

        await _store.TalkAsync(writes => writes.Contacts.Add(People.Contact(2, People.Kakao(Kim))));
        (await ConflictsAsync()).ShouldBe([$"{Kim}: AlimTalk Sms; 2 3"]);

        await _store.TalkAsync(writes => writes.ContactsRemoved.Add(3));
        (await ConflictsAsync()).ShouldBeEmpty();
    }

    private async Task<long[]> ListAsync(Func<ContactQuery, ContactQuery> narrow) =>
        [.. (await Contacts.ListAsync(narrow(new ContactQuery { Workspace = Samples.Mine }), s_none)).Select(contact => contact.Id)];

    private async Task<Listed> TalksAsync(ConversationQuery query) =>
        new([.. (await Contacts.ListAsync(query, s_none)).Select(talk => talk.Id)], await Contacts.CountAsync(query, s_none));

    private async Task<string[]> ConflictsAsync(long after = 0, int limit = 10) =>
    [
        .. (await Contacts.ListConflictsAsync(new ConflictQuery(Samples.Mine, after, limit), s_none))
            .Select(conflict => $"{conflict.Phone}: {string.Join(' ', conflict.Channels)}; {string.Join(' ', conflict.Contacts)}"),
    ];

    private sealed record Listed(long[] Page, long Total)
    {
        public void ShouldBe(long[] page, long total)
        {
            Page.ShouldBe(page);
            Total.ShouldBe(total);
        }
    }
}
