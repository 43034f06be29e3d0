using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;
using static Naru.Engine.Tests.Conversations.Orders;

namespace Naru.Engine.Tests.Conversations;

/// <summary>What a message finds, or makes.</summary>
public sealed class OpenTalkTests
{
    [Fact]
    public async Task The_first_message_makes_a_contact_and_a_conversation_and_its_app_is_told_of_both()
    {
        await using var host = await BookHost.StartAsync();

        var talk = await host.OpenAsync(To("010-1111-2222") with { CorrelationId = "c", MetadataJson = """{"a":1}""" });

        talk.Contact.Identities.ShouldBe([OnKakao(Kim)]);
        talk.Contact.DisplayName.ShouldBe("Unknown");
        talk.Contact.Language.ShouldBe("UNSPECIFIED");
        talk.Conversation.ShouldBe(new Conversation(
            1, host.Mine, host.Shop.Id, talk.Contact.Id, true, Channel.AlimTalk, null, """{"a":1}""", null, "c", host.Clock.Now, host.Clock.Now, 1));
        (await host.ToldAsync(2)).ShouldBe([$"{host.Shop.Id}: ContactCreated 1", $"{host.Shop.Id}: ConversationStarted 1"]);
        host.ToldMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hundred_first_messages_at_once_make_one_contact_and_one_conversation()
    {
        await using var host = await BookHost.StartAsync();

        var talks = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => host.OpenAsync(To(Kim)))));

        talks.Select(talk => talk.Key).Distinct().ShouldHaveSingleItem();
        (await host.Book.Store.ListAsync(new ContactQuery { Workspace = host.Mine }, CancellationToken.None)).ShouldHaveSingleItem();
        (await host.Book.Store.CountAsync(new ConversationQuery { Workspace = host.Mine, App = host.Shop.Id }, CancellationToken.None)).ShouldBe(1);
        (await host.ToldAsync(2)).Length.ShouldBe(2);
        host.ToldMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Requests_that_wait_are_read_and_written_together()
    {
        await using var host = await BookHost.StartAsync();
        var reached = host.Reads.HoldAsync();
        var first = host.OpenAsync(To(Lee));
        await reached;
        var rest = Enumerable.Range(0, 100).Select(i => host.OpenAsync(To($"8210111122{i:00}"))).ToArray();

        host.Reads.Release();
        await first;
        await Task.WhenAll(rest);

        // Contacts twice, and conversations at most twice: those of new contacts are known to be none.
        host.Reads.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_talk_that_goes_on_costs_no_store()
    {
        await using var host = await BookHost.StartAsync();
        var first = await host.OpenAsync(To(Kim));
        var reads = host.Reads.Count;

        (await host.OpenAsync(To(Kim))).ShouldBe(first);
        (await host.OpenAsync(To(first.Contact.Id))).ShouldBe(first);
        (await host.OpenAsync(To("+82 10 1111 2222"))).ShouldBe(first);

        host.Reads.Count.ShouldBe(reads);
    }

    [Fact]
    public async Task When_the_latest_message_was_is_written_at_most_once_a_minute()
    {
        await using var host = await BookHost.StartAsync();
        var begun = host.Clock.Now;
        var first = await host.OpenAsync(To(Kim));
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        (await host.OpenAsync(To(Kim))).Conversation.ShouldBe(first.Conversation);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await host.OpenAsync(To(Kim));

        later.Conversation.LastMessageAt.ShouldBe(begun.AddMinutes(1));
        (await StoredAsync(host, later)).LastMessageAt.ShouldBe(begun.AddMinutes(1));
    }

    [Fact]
    public async Task What_the_message_says_of_the_conversation_is_durable_when_it_is_answered()
    {
        await using var host = await BookHost.StartAsync();
        await host.OpenAsync(To(Kim) with { MetadataJson = """{"a":1,"b":2}""" });

        var merged = await host.OpenAsync(To(Kim) with { MetadataJson = """{"b":null,"c":3}""", MergeMetadata = true, CorrelationId = "new" });

        (await StoredAsync(host, merged)).MetadataJson.ShouldBe("""{"a":1,"c":3}""");
        (await StoredAsync(host, merged)).CorrelationId.ShouldBe("new");
        (await host.OpenAsync(To(Kim) with { MetadataJson = "{}" })).Conversation.MetadataJson.ShouldBe("{}");
        (await host.OpenAsync(To(Kim))).Conversation.CorrelationId.ShouldBe("new");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Metadata_that_does_not_fit_changes_nothing(bool known)
    {
        await using var host = await BookHost.StartAsync();
        if (known)
        {
            await host.OpenAsync(To(Kim) with { MetadataJson = $$"""{"a":"{{new string('x', 1500)}}"}""" });
        }

        var more = $$"""{"b":"{{new string('x', known ? 1000 : 2100)}}"}""";
        var refused = await Should.ThrowAsync<TalkRefusedException>(() => host.OpenAsync(To(Kim) with { MetadataJson = more, MergeMetadata = true }));

        refused.Fault.ShouldBe(TalkFault.MetadataTooLarge);
        (await host.Book.Store.ListAsync(new ContactQuery { Workspace = host.Mine }, CancellationToken.None)).Count.ShouldBe(known ? 1 : 0);
    }

    [Fact]
    public async Task A_contact_that_does_not_exist_or_is_another_s_opens_no_talk()
    {
        await using var host = await BookHost.StartAsync();
        var other = await host.AddAppAsync(await host.AddWorkspaceAsync());
        var theirs = await host.OpenAsync(To(Kim), other);

        (await host.Book.OpenTalkAsync(host.Shop, To(theirs.Contact.Id), CancellationToken.None)).ShouldBeNull();
        (await host.Book.OpenTalkAsync(host.Shop, To(99), CancellationToken.None)).ShouldBeNull();
        (await host.OpenAsync(To(Kim))).Contact.Id.ShouldNotBe(theirs.Contact.Id);
    }

    [Fact]
    public async Task Each_app_has_a_conversation_of_its_own_with_the_same_contact()
    {
        await using var host = await BookHost.StartAsync();

        var shop = await host.OpenAsync(To(Kim));
        var desk = await host.OpenAsync(To(Kim), host.Desk);

        desk.Contact.Id.ShouldBe(shop.Contact.Id);
        desk.Conversation.Id.ShouldNotBe(shop.Conversation.Id);
    }

    [Fact]
    public async Task After_a_conversation_was_stopped_or_deleted_the_next_message_begins_another()
    {
        await using var host = await BookHost.StartAsync();
        var first = await host.OpenAsync(To(Kim));

        await host.Book.StopConversationAsync(host.Mine, first.Conversation.Id);
        var second = await host.OpenAsync(To(Kim));
        await host.Book.DeleteConversationAsync(host.Mine, second.Conversation.Id);
        var third = await host.OpenAsync(To(Kim));

        new[] { first, second, third }.Select(talk => talk.Conversation.Id).ShouldBeUnique();
        new[] { first, second, third }.Select(talk => talk.Contact.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Addresses_that_the_caller_says_are_one_person_s_become_the_contact_s_unless_another_has_them()
    {
        await using var host = await BookHost.StartAsync();
        var kim = await host.OpenAsync(To(Kim));
        var lee = (await host.Book.CreateContactAsync(Contact(host.Mine, Sms(Lee)))).Value!;

        var grown = await host.OpenAsync(To(Kim, Channel.Sms) with { Identities = [OnKakao(Kim), Sms(Kim), Sms(Lee)] });

        grown.Contact.Id.ShouldBe(kim.Contact.Id);
        grown.Contact.Identities.ShouldBe([OnKakao(Kim), Sms(Kim)]);
        (await host.Book.FindContactAsync(host.Mine, lee.Id, CancellationToken.None))!.Identities.ShouldBe([Sms(Lee)]);
        (await host.ToldAsync(5)).ShouldContain($"{host.Shop.Id}: ContactUpdated {kim.Contact.Id}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_contacts_are_unified_one_phone_number_is_one_contact_whatever_the_channel(bool unified)
    {
        await using var host = await BookHost.StartAsync(unified);
        var kakao = await host.OpenAsync(To(Kim));

        var sms = await host.OpenAsync(new TalkOrder(null, [Sms(Kim)], Channel.Sms));

        (sms.Contact.Id == kakao.Contact.Id).ShouldBe(unified);
        sms.Contact.Identities.ShouldBe(unified ? [OnKakao(Kim), Sms(Kim)] : [Sms(Kim)]);
        (sms.Conversation.Id == kakao.Conversation.Id).ShouldBe(unified);
    }

    [Fact]
    public async Task Where_contacts_are_unified_messages_on_two_channels_at_once_make_one_contact()
    {
        await using var host = await BookHost.StartAsync(unified: true);

        var talks = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => host.OpenAsync(i % 2 == 0 ? To(Kim) : new TalkOrder(null, [Sms(Kim)], Channel.Sms))));

        talks.Select(talk => talk.Contact.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_restart_forgets_nothing_and_gives_no_number_again()
    {
        var before = await BookHost.StartAsync();
        var kim = await before.OpenAsync(To(Kim));
        var lee = await before.OpenAsync(To(Lee));
        await before.Book.DeleteContactAsync(before.Mine, lee.Contact.Id);

        await using var host = await before.RestartAsync();

        (await host.OpenAsync(To(Kim))).Key.ShouldBe(kim.Key);
        var again = await host.OpenAsync(To(Lee));
        again.Contact.Id.ShouldBeGreaterThan(lee.Contact.Id);
        again.Conversation.Id.ShouldBeGreaterThan(lee.Conversation.Id);
        host.Book.ContactId(kim.Contact.Id).ShouldBe(before.Book.ContactId(kim.Contact.Id));
    }

    [Fact]
    public async Task A_reading_that_fails_fails_those_who_waited_for_it_and_nobody_after_them()
    {
        await using var host = await BookHost.StartAsync();
        host.Reads.Failure = new IOException("The disk is away.");
        await Should.ThrowAsync<IOException>(() => host.OpenAsync(To(Kim)));

        host.Reads.Failure = null;
        (await host.OpenAsync(To(Kim))).Contact.Id.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_written_behind_the_purge_of_a_workspace()
    {
        await using var host = await BookHost.StartAsync();
        var reached = host.Reads.HoldAsync();
        var late = host.OpenAsync(To(Kim));
        await reached;

        await host.Directory.RemoveWorkspaceAsync(host.Mine, CancellationToken.None);
        await host.Gateway.PurgeWorkspaceAsync(host.Mine, CancellationToken.None);
        host.Reads.Release();

        (await Should.ThrowAsync<TalkRefusedException>(() => late)).Fault.ShouldBe(TalkFault.NoWorkspace);
        (await host.Book.Store.ListAsync(new ContactQuery { Workspace = host.Mine }, CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task<Conversation> StoredAsync(BookHost host, Talk talk) =>
        (await host.Book.Store.FindAsync(new ConversationLookup { Ids = { talk.Conversation.Id } }, CancellationToken.None)).Single();
}
