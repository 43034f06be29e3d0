using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Contacts;

/// <summary>What every store promises of contacts and conversations. One suite; each adapter has one subclass, which says where its rows are.</summary>
public abstract partial class ContactStoreConformance(IStoreUnderTest place, Func<IContactStore> contacts) : IAsyncLifetime
{
    private const long Kim = 821011112222;
    private const long Lee = 821033334444;

    private static readonly CancellationToken s_none = CancellationToken.None;

    private IMessageStore _store = null!;
    private StoreOpening _opening = null!;

    private IContactStore Contacts { get; set; } = null!;

    public async ValueTask InitializeAsync() => await OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return place.DisposeAsync();
    }

    [Fact]
    public async Task A_contact_comes_back_with_every_field_as_it_was()
    {
        var given = Sample(People.AnyContact);
        await _store.TalkAsync(writes => writes.Contacts.AddRange(given));

        await ReopenAsync();

        foreach (var contact in given)
        {
            (await FindAsync(contact.Id)).ShouldSayTheSameAs(contact);
        }
    }

    [Fact]
    public async Task Any_contact_can_become_any_other()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange(Sample(People.AnyContact)));
        var after = Sample(id => People.AnyContact(id + 1000).Select(contact => contact with { Id = id }));
        await _store.TalkAsync(writes => writes.Contacts.AddRange(after));

        await ReopenAsync();

        foreach (var contact in after)
        {
            (await FindAsync(contact.Id)).ShouldSayTheSameAs(contact);
        }
    }

    [Fact]
    public async Task A_conversation_comes_back_with_every_field_as_it_was()
    {
        var given = Sample(People.AnyTalk);
        await _store.TalkAsync(writes => writes.Conversations.AddRange(given));

        await ReopenAsync();

        foreach (var talk in given)
        {
            (await FindTalkAsync(talk.Id)).ShouldSayTheSameAs(talk);
        }
    }

    [Fact]
    public async Task A_contact_is_found_by_each_of_its_addresses_in_its_workspace_only()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange(
        [
            People.Contact(1, People.Kakao(Kim), People.Chat("user-key", "app")),
            People.Contact(2, People.Sms(Kim)),
            People.Contact(3, People.Kakao(Kim)) with { Workspace = Samples.Other },
        ]));

        (await OwnerAsync(People.Kakao(Kim))).ShouldBe([1]);
        (await OwnerAsync(People.Chat("user-key", "app"))).ShouldBe([1]);
        (await OwnerAsync(People.Chat("user-key"))).ShouldBeEmpty();
        (await OwnerAsync(People.Chat("USER-KEY", "app"))).ShouldBeEmpty();
        (await OwnerAsync(People.Sms(Kim))).ShouldBe([2]);
        (await OwnerAsync(People.Sms(Lee))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_with_a_phone_number_is_found_whatever_the_channel()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange(
        [
            People.Contact(1, People.Kakao(Kim)),
            People.Contact(2, People.Sms(Kim), People.Kakao(Lee)),
            People.Contact(3, People.Chat(Kim.ToString())),
            People.Contact(4, People.Kakao(Kim)) with { Workspace = Samples.Other },
        ]));

        var found = await Contacts.FindAsync(new ContactLookup { Phones = { (Samples.Mine, Kim) } }, s_none);

        found.Select(contact => contact.Id).Order().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_lookup_answers_each_contact_once_and_leaves_out_what_is_not_there()
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange([People.Contact(1, People.Kakao(Kim)), People.Contact(2, People.Kakao(Lee))]));

        var found = await Contacts.FindAsync(
            new ContactLookup { Ids = { 1, 9 }, Identities = { (Samples.Mine, People.Kakao(Kim)), (Samples.Mine, People.Kakao(Lee)) }, Phones = { (Samples.Mine, Kim) } },
            s_none);

        found.Select(contact => contact.Id).Order().ShouldBe([1, 2]);
        (await Contacts.FindAsync(new ContactLookup(), s_none)).ShouldBeEmpty();
        (await Contacts.FindAsync(new ConversationLookup(), s_none)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_a_contact_gave_up_is_free()
    {
        await _store.TalkAsync(writes => writes.Contacts.Add(People.Contact(1, People.Kakao(Kim), People.Sms(Kim))));
        await _store.TalkAsync(writes => writes.Contacts.Add(People.Contact(1, People.Kakao(Kim))));

        (await OwnerAsync(People.Sms(Kim))).ShouldBeEmpty();
        await _store.TalkAsync(writes => writes.Contacts.Add(People.Contact(2, People.Sms(Kim))));
        (await OwnerAsync(People.Sms(Kim))).ShouldBe([2]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_goes_from_one_contact_to_another_in_one_commit(bool takerFirst)
    {
        await _store.TalkAsync(writes => writes.Contacts.AddRange([People.Contact(1, People.Kakao(Kim), People.Sms(Kim)), People.Contact(2, People.Kakao(Lee))]));
        Contact[] both = [People.Contact(1, People.Kakao(Kim)), People.Contact(2, People.Kakao(Lee), People.Sms(Kim))];

        await _store.TalkAsync(writes => writes.Contacts.AddRange(takerFirst ? both.Reverse() : both));

        (await OwnerAsync(People.Sms(Kim))).ShouldBe([2]);
        (await OwnerAsync(People.Kakao(Kim))).ShouldBe([1]);
    }

    [Fact]
    public async Task What_is_removed_is_gone_with_its_addresses_and_one_that_stays_may_take_them()
    {
        await _store.TalkAsync(writes =>
        {
            writes.Contacts.AddRange([People.Contact(1, People.Kakao(Kim)), People.Contact(2, People.Kakao(Lee))]);
            writes.Conversations.Add(People.Talk(5, contact: 2));
        });

        await _store.TalkAsync(writes =>
        {
            writes.ContactsRemoved.Add(2);
            writes.ConversationsRemoved.Add(5);
            writes.Contacts.Add(People.Contact(1, People.Kakao(Kim), People.Kakao(Lee)));
        });
        await ReopenAsync();

        (await FindAsync(2)).ShouldBeNull();
        (await FindTalkAsync(5)).ShouldBeNull();
        (await OwnerAsync(People.Kakao(Lee))).ShouldBe([1]);
    }

    [Fact]
    public async Task Active_conversations_are_found_by_app_and_contact()
    {
        await _store.TalkAsync(writes => writes.Conversations.AddRange(
        [
            People.Talk(1, app: 1, contact: 7, active: false),
            People.Talk(2, app: 1, contact: 7),
            People.Talk(3, app: 2, contact: 7),
            People.Talk(4, app: 1, contact: 8, active: false),
        ]));

        (await ActiveAsync((1, 7))).ShouldBe([2]);
        (await ActiveAsync((1, 7), (2, 7), (1, 8), (2, 8))).ShouldBe([2, 3]);
        (await Contacts.FindAsync(new ConversationLookup { Contacts = { 7 } }, s_none)).Select(talk => talk.Id).Order().ShouldBe([1, 2, 3]);

        await _store.TalkAsync(writes => writes.Conversations.Add(People.Talk(2, app: 1, contact: 7, active: false)));
        (await ActiveAsync((1, 7))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_no_contact_behind()
    {
        await _store.AppendAsync(Samples.Message(1));

        await Should.ThrowAsync<Exception>(async () => await _store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1)]);
            batch.Talks.Add(new TalkWrites { Contacts = { People.Contact(1, People.Kakao(Kim)) } });
        }));

        (await FindAsync(1)).ShouldBeNull();
        (await OwnerAsync(People.Kakao(Kim))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_are_never_given_again_after_the_highest_have_gone()
    {
        _opening.NextContact.ShouldBe(1);
        _opening.NextConversation.ShouldBe(1);
        await _store.TalkAsync(writes =>
        {
            writes.Contacts.AddRange([People.Contact(3), People.Contact(8)]);
            writes.Conversations.AddRange([People.Talk(4), People.Talk(9)]);
        });
        await _store.TalkAsync(writes =>
        {
            writes.ContactsRemoved.Add(8);
            writes.ConversationsRemoved.Add(9);
        });

        await ReopenAsync();
        _opening.NextContact.ShouldBe(9);
        _opening.NextConversation.ShouldBe(10);

        await _store.RemoveAsync(RemovalKind.Workspace, default, workspace: Samples.Mine);
        await ReopenAsync();
        _opening.NextContact.ShouldBe(9);
        _opening.NextConversation.ShouldBe(10);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3)]
    public async Task A_purge_takes_every_contact_and_conversation_of_the_workspace_and_none_of_others(int limit)
    {
        await _store.TalkAsync(writes => Fill(writes, 100, Samples.Other));
        var others = await place.CountRowsAsync();
        await _store.TalkAsync(writes => Fill(writes, 1, Samples.Mine));

        while (await _store.RemoveAsync(RemovalKind.Workspace, default, limit, Samples.Mine) is var removed and > 0)
        {
            removed.ShouldBeLessThanOrEqualTo(limit);
        }

        (await _store.RemoveAsync(RemovalKind.Workspace, default, limit, Samples.Mine)).ShouldBe(0);
        await _store.CatchUpAsync(s_none);
        (await place.CountRowsAsync()).ShouldBe(others);
        (await Contacts.ListAsync(new ContactQuery { Workspace = Samples.Other, Limit = 100 }, s_none)).Count.ShouldBe(8);
    }

    private static void Fill(TalkWrites writes, long from, Core.Workspaces.WorkspaceId workspace)
    {
        for (var i = from; i < from + 8; i++)
        {
            // Two by two they share a number.
            var phone = Kim + (i / 2);
            writes.Contacts.Add(People.Contact(i, i % 2 == 0 ? People.Kakao(phone) : People.Sms(phone)) with { Workspace = workspace, ExternalId = "same" });
            writes.Conversations.Add(People.Talk(i, contact: i) with { Workspace = workspace });
        }
    }

    private async Task OpenAsync()
    {
        (_store, _opening) = await place.OpenAsync();
        Contacts = contacts();
    }

    private async Task ReopenAsync()
    {
        await place.CrashAsync();
        await OpenAsync();
    }

    private async Task<Contact?> FindAsync(long id) => (await Contacts.FindAsync(new ContactLookup { Ids = { id } }, s_none)).SingleOrDefault();

    private async Task<Conversation?> FindTalkAsync(long id) => (await Contacts.FindAsync(new ConversationLookup { Ids = { id } }, s_none)).SingleOrDefault();

    private async Task<long[]> OwnerAsync(ContactIdentity identity) =>
        [.. (await Contacts.FindAsync(new ContactLookup { Identities = { (Samples.Mine, identity) } }, s_none)).Select(contact => contact.Id)];

    private async Task<long[]> ActiveAsync(params (int App, long Contact)[] pairs)
    {
        var lookup = new ConversationLookup();
        lookup.Active.UnionWith(pairs);
        return [.. (await Contacts.FindAsync(lookup, s_none)).Select(talk => talk.Id).Order()];
    }

    /// <summary>The same in every run: a failing sample can be looked at.</summary>
    private static T[] Sample<T>(Func<long, Gen<T>> make) => [.. Enumerable.Range(1, 200).Select(i => make(i).Sample(1 + (i / 4), new Rnd((ulong)i, 17), 1).First())];
}
