using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;
using static Naru.Engine.Tests.Conversations.Orders;

namespace Naru.Engine.Tests.Conversations;

/// <summary>Contacts and conversations, as their owners keep them.</summary>
public sealed class ContactBookTests
{
    [Fact]
    public async Task What_is_kept_by_hand_is_told_to_every_app_that_asked_for_it()
    {
        await using var host = await BookHost.StartAsync();
        var quiet = await host.AddAppAsync(host.Directory.FindWorkspace(host.Mine)!, ReportEvent.ContactDeleted);

        var kim = (await host.Book.CreateContactAsync(Contact(host.Mine, OnKakao(Kim)))).Value!;
        await host.Book.ChangeContactAsync(host.Mine, kim.Id, [], contact => contact with { Email = "kim@example.test" });
        await host.Book.DeleteContactAsync(host.Mine, kim.Id);

        (await host.ToldAsync(7)).ShouldBe(
        [
            $"{host.Shop.Id}: ContactCreated 1", $"{host.Shop.Id}: ContactDeleted 1", $"{host.Shop.Id}: ContactUpdated 1",
            $"{host.Desk.Id}: ContactCreated 1", $"{host.Desk.Id}: ContactDeleted 1", $"{host.Desk.Id}: ContactUpdated 1",
            $"{quiet.Id}: ContactDeleted 1",
        ]);
        host.ToldMore.ShouldBeFalse();
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_neither_written_nor_told()
    {
        await using var host = await BookHost.StartAsync();
        var kim = (await host.Book.CreateContactAsync(Contact(host.Mine, OnKakao(Kim)))).Value!;
        await host.ToldAsync(2);

        var (same, fault) = await host.Book.ChangeContactAsync(host.Mine, kim.Id, [OnKakao(Kim)], contact => contact with { Identities = [OnKakao(Kim)], Id = 99 });

        fault.ShouldBe(TalkFault.None);
        same.ShouldBe(kim);
        host.ToldMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_contacts_never_have_one_address()
    {
        await using var host = await BookHost.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Book.CreateContactAsync(Contact(host.Mine, Sms(Kim), OnKakao(Kim))).AsTask()));
        results.Count(result => result.Fault == TalkFault.None).ShouldBe(1);
        results.Count(result => result.Fault == TalkFault.IdentityTaken).ShouldBe(49);

        var lee = (await host.Book.CreateContactAsync(Contact(host.Mine, OnKakao(Lee)))).Value!;
        (await host.Book.ChangeContactAsync(host.Mine, lee.Id, [Sms(Kim)], contact => contact with { Identities = [Sms(Kim)] })).Fault.ShouldBe(TalkFault.IdentityTaken);
        (await host.Book.FindContactAsync(host.Mine, lee.Id, CancellationToken.None))!.Identities.ShouldBe([OnKakao(Lee)]);
    }

    [Theory]
    [InlineData(true, TalkFault.IdentityTaken)]
    [InlineData(false, TalkFault.None)]
    public async Task Where_contacts_are_unified_a_number_that_another_contact_has_is_taken_on_every_channel(bool unified, TalkFault fault)
    {
        await using var host = await BookHost.StartAsync(unified);
        await host.OpenAsync(To(Kim));
        var lee = (await host.Book.CreateContactAsync(Contact(host.Mine, OnKakao(Lee)))).Value!;

        (await host.Book.ChangeContactAsync(host.Mine, lee.Id, [Sms(Kim)], contact => contact with { Identities = [OnKakao(Lee), Sms(Kim)] })).Fault.ShouldBe(fault);
        (await host.Book.ChangeContactAsync(host.Mine, lee.Id, [Sms(Lee)], contact => contact with { Identities = [OnKakao(Lee), Sms(Lee)] })).Fault.ShouldBe(TalkFault.None);
        (await host.Book.CreateContactAsync(Contact(host.Mine, Sms(Kim)))).Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task An_address_that_was_given_up_leads_to_a_new_contact()
    {
        await using var host = await BookHost.StartAsync();
        var kim = await host.OpenAsync(To(Kim));
        await host.Book.ChangeContactAsync(host.Mine, kim.Contact.Id, [OnKakao(Lee)], contact => contact with { Identities = [OnKakao(Lee)] });

        (await host.OpenAsync(To(Kim))).Contact.Id.ShouldNotBe(kim.Contact.Id);
        (await host.OpenAsync(To(Lee))).Contact.Id.ShouldBe(kim.Contact.Id);
    }

    [Fact]
    public async Task With_a_contact_go_its_conversations()
    {
        await using var host = await BookHost.StartAsync();
        var shop = await host.OpenAsync(To(Kim));
        var desk = await host.OpenAsync(To(Kim), host.Desk);
        await host.ToldAsync(3);

        (await host.Book.DeleteContactAsync(host.Mine, shop.Contact.Id)).Fault.ShouldBe(TalkFault.None);

        (await host.Book.FindContactAsync(host.Mine, shop.Contact.Id, CancellationToken.None)).ShouldBeNull();
        (await host.Book.FindConversationsAsync(host.Mine, [shop.Conversation.Id, desk.Conversation.Id], CancellationToken.None)).ShouldBeEmpty();
        (await host.ToldAsync(4)).ShouldBe(
        [
            $"{host.Shop.Id}: ContactDeleted 1", $"{host.Shop.Id}: ConversationDeleted 1",
            $"{host.Desk.Id}: ContactDeleted 1", $"{host.Desk.Id}: ConversationDeleted 2",
        ]);
        (await host.OpenAsync(To(Kim))).Contact.Id.ShouldNotBe(shop.Contact.Id);
    }

    [Fact]
    public async Task Of_two_contacts_one_stays_with_the_conversations_of_both()
    {
        await using var host = await BookHost.StartAsync();
        var stays = await host.OpenAsync(To(Kim));
        var goes = await host.OpenAsync(new TalkOrder(null, [Sms(Kim)], Channel.Sms));
        var elsewhere = await host.OpenAsync(To(goes.Contact.Id), host.Desk);
        await host.ToldAsync(5);

        var (merged, _) = await host.Book.MergeContactsAsync(host.Mine, stays.Contact.Id, goes.Contact.Id);

        merged!.Identities.ShouldBe([OnKakao(Kim), Sms(Kim)]);
        (await host.Book.FindContactAsync(host.Mine, goes.Contact.Id, CancellationToken.None)).ShouldBeNull();
        var talks = await host.Book.FindConversationsAsync(host.Mine, [stays.Conversation.Id, goes.Conversation.Id, elsewhere.Conversation.Id], CancellationToken.None);
        talks.Values.Select(talk => (talk.Id, talk.Contact, talk.Active)).Order().ShouldBe([(1, 1, true), (2, 1, false), (3, 1, true)]);
        (await host.ToldAsync(3)).ShouldBe(
            [$"{host.Shop.Id}: ContactMerged 1<2", $"{host.Shop.Id}: ConversationStopped 2", $"{host.Desk.Id}: ContactMerged 1<2"]);
        (await host.OpenAsync(new TalkOrder(null, [Sms(Kim)], Channel.Sms))).Key.ShouldBe(stays.Key);
        (await host.OpenAsync(To(Kim), host.Desk)).Conversation.Id.ShouldBe(elsewhere.Conversation.Id);
    }

    [Fact]
    public async Task A_message_that_meets_a_merge_in_one_turn_begins_no_second_conversation()
    {
        await using var host = await BookHost.StartAsync();
        var stays = await host.OpenAsync(To(Kim));
        var goes = (await host.Book.CreateContactAsync(Contact(host.Mine, Sms(Lee)))).Value!;
        var reached = host.Reads.HoldAsync();
        var first = host.OpenAsync(To(Lee));
        await reached;

        // Both in the turn that comes next: the address leads to the contact that stays only by the merge.
        var merge = host.Book.MergeContactsAsync(host.Mine, stays.Contact.Id, goes.Id);
        var message = host.OpenAsync(new TalkOrder(null, [Sms(Lee)], Channel.Sms));
        host.Reads.Release();
        await first;
        (await merge).Fault.ShouldBe(TalkFault.None);

        (await message).Key.ShouldBe(stays.Key);
    }

    [Fact]
    public async Task A_change_and_a_message_in_one_turn_agree_on_whose_the_address_is()
    {
        await using var host = await BookHost.StartAsync();
        var kim = await host.OpenAsync(To(Kim));
        var before = await host.RestartAsync();
        await using var restarted = before;
        var reached = before.Reads.HoldAsync();
        var first = before.OpenAsync(To(Lee));
        await reached;

        // The contact's conversation is not at hand, and was not read for the message: it decides in the turn after.
        var change = before.Book.ChangeContactAsync(before.Mine, kim.Contact.Id, [Sms(Kim)], contact => contact with { Identities = [.. contact.Identities, Sms(Kim)] });
        var message = before.OpenAsync(new TalkOrder(null, [Sms(Kim)], Channel.Sms));
        before.Reads.Release();
        await first;
        (await change).Fault.ShouldBe(TalkFault.None);

        (await message).Key.ShouldBe(kim.Key);
    }

    [Fact]
    public async Task An_app_and_a_contact_have_one_active_conversation()
    {
        await using var host = await BookHost.StartAsync();
        var kim = (await host.Book.CreateContactAsync(Contact(host.Mine, OnKakao(Kim)))).Value!;
        var first = (await host.Book.CreateConversationAsync(Talk(host.Shop, kim.Id))).Value!;

        (await host.Book.CreateConversationAsync(Talk(host.Shop, kim.Id))).Fault.ShouldBe(TalkFault.AlreadyActive);
        (await host.Book.CreateConversationAsync(Talk(host.Desk, kim.Id))).Fault.ShouldBe(TalkFault.None);
        (await host.OpenAsync(To(Kim))).Conversation.Id.ShouldBe(first.Id);

        var ended = (await host.Book.CreateConversationAsync(Talk(host.Shop, kim.Id, active: false))).Value!;
        (await host.Book.ChangeConversationAsync(host.Mine, ended.Id, talk => talk with { Active = true })).Fault.ShouldBe(TalkFault.AlreadyActive);
        await host.Book.StopConversationAsync(host.Mine, first.Id);
        (await host.Book.ChangeConversationAsync(host.Mine, ended.Id, talk => talk with { Active = true })).Value!.Active.ShouldBeTrue();
        (await host.OpenAsync(To(Kim))).Conversation.Id.ShouldBe(ended.Id);
    }

    [Fact]
    public async Task A_conversation_is_told_of_when_it_begins_stops_and_goes_to_its_app_alone()
    {
        await using var host = await BookHost.StartAsync();
        var kim = (await host.Book.CreateContactAsync(Contact(host.Mine, OnKakao(Kim)))).Value!;
        await host.ToldAsync(2);

        var talk = (await host.Book.CreateConversationAsync(Talk(host.Desk, kim.Id))).Value!;
        await host.Book.ChangeConversationAsync(host.Mine, talk.Id, it => it with { MetadataJson = "{}" });
        await host.Book.StopConversationAsync(host.Mine, talk.Id);
        await host.Book.StopConversationAsync(host.Mine, talk.Id);
        await host.Book.DeleteConversationAsync(host.Mine, talk.Id);

        (await host.ToldAsync(3)).ShouldBe(
            [$"{host.Desk.Id}: ConversationDeleted 1", $"{host.Desk.Id}: ConversationStarted 1", $"{host.Desk.Id}: ConversationStopped 1"]);
        host.ToldMore.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_there_or_another_s_cannot_be_changed()
    {
        await using var host = await BookHost.StartAsync();
        var mine = await host.OpenAsync(To(Kim));
        var other = (await host.AddWorkspaceAsync()).Id;

        (await host.Book.ChangeContactAsync(other, mine.Contact.Id, [], contact => contact)).Fault.ShouldBe(TalkFault.NoContact);
        (await host.Book.DeleteContactAsync(other, mine.Contact.Id)).Fault.ShouldBe(TalkFault.NoContact);
        (await host.Book.MergeContactsAsync(host.Mine, mine.Contact.Id, 99)).Fault.ShouldBe(TalkFault.NoContact);
        (await host.Book.MergeContactsAsync(other, mine.Contact.Id, 99)).Fault.ShouldBe(TalkFault.NoContact);
        (await host.Book.StopConversationAsync(other, mine.Conversation.Id)).Fault.ShouldBe(TalkFault.NoConversation);
        (await host.Book.DeleteConversationAsync(other, mine.Conversation.Id)).Fault.ShouldBe(TalkFault.NoConversation);
        (await host.Book.CreateConversationAsync(Talk(host.Shop, 99))).Fault.ShouldBe(TalkFault.NoContact);
        (await host.Book.FindContactAsync(other, mine.Contact.Id, CancellationToken.None)).ShouldBeNull();
        (await host.Book.FindConversationAsync(other, mine.Conversation.Id, CancellationToken.None)).ShouldBeNull();
        (await host.OpenAsync(To(Kim))).Key.ShouldBe(mine.Key);
    }

    [Fact]
    public async Task A_gateway_that_stops_refuses_and_keeps_what_it_had()
    {
        var host = await BookHost.StartAsync();
        await using var ending = host;
        var kim = await host.OpenAsync(To(Kim));
        await host.Gateway.StopAsync(CancellationToken.None);

        (await host.Book.DeleteContactAsync(host.Mine, kim.Contact.Id)).Fault.ShouldBe(TalkFault.Unavailable);
        (await host.Book.Store.ListAsync(new ContactQuery { Workspace = host.Mine }, CancellationToken.None)).ShouldHaveSingleItem();
    }
}
