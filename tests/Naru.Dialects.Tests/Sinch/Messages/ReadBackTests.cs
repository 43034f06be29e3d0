using System.Net;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>Messages are looked at, listed, changed and deleted afterwards.</summary>
public sealed class ReadBackTests
{
    private const string Dispatch = "messages_source=DISPATCH_SOURCE";

    [Fact]
    public async Task A_message_is_shown_as_it_was_written()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var (id, report) = await host.ReportOfAsync(Orders.Send(host, more: "\"message_metadata\":\"m\","));

        var shown = (await host.GetAsync($"/messages/{id}")).ShouldBeAnswer("ConversationMessage").Json;

        shown.GetProperty("app_message").GetRawText().ShouldBe(Orders.Generic);
        shown.EnumerateObject().Where(member => member.Name != "app_message").Select(member => $"{member.Name}={member.Value}").ShouldBe(
        [
            $"id={id}",
            "direction=TO_CONTACT",
            """channel_identity={"channel":"KAKAOTALK","identity":"821012345678","app_id":""}""",
            $"conversation_id={report.Payload.GetProperty("conversation_id")}",
            $"contact_id={report.Payload.GetProperty("contact_id")}",
            "metadata=m",
            "accept_time=2026-11-02T01:02:03.456Z",
            "injected=False",
            "sender_id=",
            "processing_mode=CONVERSATION",
        ]);
    }

    [Theory]
    [InlineData(ProcessingMode.Conversation, "", true)]
    [InlineData(ProcessingMode.Conversation, "messages_source=CONVERSATION_SOURCE", true)]
    [InlineData(ProcessingMode.Conversation, Dispatch, false)]
    [InlineData(ProcessingMode.Dispatch, "", false)]
    [InlineData(ProcessingMode.Dispatch, "messages_source=CONVERSATION_SOURCE", false)]
    [InlineData(ProcessingMode.Dispatch, Dispatch, true)]
    public async Task Each_source_shows_its_own(ProcessingMode mode, string query, bool there)
    {
        await using var host = await MessageHost.StartAsync(mode);
        var (id, _) = await host.ReportOfAsync(Orders.Send(host));

        (await host.GetAsync($"/messages/{id}?{query}")).Status.ShouldBe(there ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        Ids(await host.GetAsync($"/messages?{query}")).ShouldBe(there ? [id] : []);
        (await host.SendAsync(HttpMethod.Delete, $"/messages/{id}?{query}")).Status.ShouldBe(there ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("01HMSG00000000000000000000")]
    [InlineData("nothing")]
    [InlineData("01a1ff48-efd4-2100-0000-0001ff8303a2")]
    public async Task What_was_never_given_out_is_not_found(string id)
    {
        await using var host = await MessageHost.StartAsync();

        foreach (var answer in new[]
        {
            await host.GetAsync($"/messages/{id}?{Dispatch}"),
            await host.SendAsync(HttpMethod.Patch, $"/messages/{id}?{Dispatch}", """{"metadata":"x"}"""),
            await host.SendAsync(HttpMethod.Delete, $"/messages/{id}?{Dispatch}"),
        })
        {
            SinchContract.ShouldBeFault(answer.ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
        }
    }

    [Fact]
    public async Task Metadata_can_be_changed_and_what_is_told_later_carries_it()
    {
        await using var host = await MessageHost.StartAsync();
        host.Carrier.Code = null;
        var id = await host.AcceptedAsync(Orders.Send(host, more: "\"message_metadata\":\"old\","));
        await host.Callbacks.SubmitOfAsync(id);

        var changed = await host.SendAsync(HttpMethod.Patch, $"/messages/{id}?{Dispatch}", """{"metadata":"new"}""");

        changed.ShouldBeAnswer("ConversationMessage").Json.GetProperty("metadata").GetString().ShouldBe("new");
        (await host.GetAsync($"/messages/{id}?{Dispatch}")).Json.GetProperty("metadata").GetString().ShouldBe("new");
        var message = (await host.Gateway.FindAsync(host.Project.Id, id, CancellationToken.None))!;
        await host.Gateway.ReportAsync([new Engine.Ports.CarrierReport(message.AttemptId, "0000", MessageHost.Start)], CancellationToken.None);
        (await host.Callbacks.ReportOfAsync(id)).Payload.GetProperty("metadata").GetString().ShouldBe("new");
    }

    [Fact]
    public async Task Metadata_of_an_ended_message_can_be_changed_too()
    {
        await using var host = await MessageHost.StartAsync();
        var (id, _) = await host.ReportOfAsync(Orders.Send(host));

        (await host.SendAsync(HttpMethod.Patch, $"/messages/{id}?{Dispatch}", """{"metadata":""}""")).ShouldBe(HttpStatusCode.OK);

        (await host.GetAsync($"/messages/{id}?{Dispatch}")).Json.GetProperty("metadata").GetString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_message_is_gone_from_this_door_and_its_report_comes_all_the_same()
    {
        await using var host = await MessageHost.StartAsync();
        host.Carrier.Code = null;
        var id = await host.AcceptedAsync(Orders.Send(host));

        (await host.SendAsync(HttpMethod.Delete, $"/messages/{id}?{Dispatch}")).ShouldBeAnswer("Empty").Body.ShouldBe("{}");

        (await host.GetAsync($"/messages/{id}?{Dispatch}")).Status.ShouldBe(HttpStatusCode.NotFound);
        Ids(await host.GetAsync($"/messages?{Dispatch}")).ShouldBeEmpty();
        Ids(await FetchLastAsync(host, $$"""{"channel_identities":["{{MessageHost.Phone}}"],"messages_source":"DISPATCH_SOURCE"}""")).ShouldBeEmpty();
        (await host.SendAsync(HttpMethod.Delete, $"/messages/{id}?{Dispatch}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var stored = (await host.Gateway.FindAsync(host.Project.Id, id, CancellationToken.None)).ShouldNotBeNull("The console still shows it.");
        await host.Gateway.ReportAsync([new Engine.Ports.CarrierReport(stored.AttemptId, "0000", MessageHost.Start)], CancellationToken.None);
        (await host.Callbacks.ReportOfAsync(id)).Payload.GetProperty("status").GetString().ShouldBe("DELIVERED");
    }

    [Fact]
    public async Task Pages_hold_together_whatever_comes_in_between()
    {
        await using var host = await MessageHost.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await host.ReportOfAsync(Orders.Send(host))).Id);
        }

        var first = (await host.GetAsync($"/messages?{Dispatch}&page_size=2")).ShouldBeAnswer("MessageList");
        await host.ReportOfAsync(Orders.Send(host));
        var second = await host.GetAsync($"/messages?{Dispatch}&page_size=2&page_token={Token(first)}");
        var third = await host.GetAsync($"/messages?{Dispatch}&page_size=2&page_token={Token(second)}");

        ids.Reverse();
        Ids(first).Concat(Ids(second)).Concat(Ids(third)).ShouldBe(ids);
        Token(third).ShouldBeEmpty();
        Token(first).ShouldMatch("^[A-Za-z0-9_-]+$");
    }

    [Fact]
    public async Task Lists_are_narrowed_by_every_filter()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var other = await host.AddAppAsync(app => app with { Mode = ProcessingMode.Conversation });
        await host.SubscribeAsync(other, null);
        var (a, reportA) = await host.ReportOfAsync(Orders.Send(host, more: "\"message_metadata\":\"m\","));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var (b, reportB) = await host.ReportOfAsync(Orders.Send(host, identity: "821000001111"));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var (c, _) = await host.ReportOfAsync(Orders.Send(host).Replace(host.App.PublicId, other.PublicId, StringComparison.Ordinal));

        foreach (var (query, expected) in new (string, string[])[]
        {
            ("", [c, b, a]),
            ($"app_id={host.App.PublicId}", [b, a]),
            ($"app_id={other.PublicId}", [c]),
            ($"channel_identity={MessageHost.Phone}", [c, a]),
            ("channel_identity=+82%2010-0000-1111", [b]),
            ($"conversation_id={reportA.Payload.GetProperty("conversation_id")}", [a]),
            ("conversation_id=01HCNV00000000000000000000", []),
            ($"contact_id={reportA.Payload.GetProperty("contact_id")}", [c, a]),
            ($"contact_id={reportB.Payload.GetProperty("contact_id")}&conversation_id={reportB.Payload.GetProperty("conversation_id")}", [b]),
            ($"contact_id={reportB.Payload.GetProperty("contact_id")}&conversation_id={reportA.Payload.GetProperty("conversation_id")}", []),
            ("start_time=2026-11-02T01:03:03.456Z", [c, b]),
            ("end_time=2026-11-02T10:03:03.456%2B09:00", [a]),
            ("start_time=2026-11-02T01:02:04Z&end_time=2026-11-02T01:03:04Z", [b]),
            ("channel=KAKAOTALK", [c, b, a]),
            ("channel=KAKAOTALKCHAT", []),
            ("channel=WHATSAPP", []),
            ("direction=TO_CONTACT", [c, b, a]),
            ("direction=TO_APP", []),
        })
        {
            Ids(await host.GetAsync($"/messages?{query}")).ShouldBe(expected, query);
        }

        (await host.GetAsync("/messages?view=WITHOUT_METADATA")).Body.ShouldNotContain("\"metadata\"");
        (await host.GetAsync("/messages?view=WITH_METADATA")).Body.ShouldContain("\"metadata\":\"m\"");
        (await host.GetAsync("/messages?app_id=01HAPP00000000000000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
        Ids(await host.GetAsync($"/messages?{Dispatch}&only_recipient_originated=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_message_of_each_address_or_contact_is_fetched()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        await host.ReportOfAsync(Orders.Send(host));
        var (a, report) = await host.ReportOfAsync(Orders.Send(host));
        var (b, _) = await host.ReportOfAsync(Orders.Send(host, identity: "821000001111"));

        Ids(await FetchLastAsync(host, $$"""{"channel_identities":["{{MessageHost.Phone}}","821000001111","821000002222"]}""")).ShouldBe([b, a]);
        Ids(await FetchLastAsync(host, $$"""{"contact_ids":["{{report.Payload.GetProperty("contact_id")}}","nobody"]}""")).ShouldBe([a]);
        var first = await FetchLastAsync(host, $$"""{"channel_identities":["{{MessageHost.Phone}}","821000001111"],"page_size":1}""");
        Ids(first).ShouldBe([b]);
        Ids(await FetchLastAsync(
            host, $$"""{"channel_identities":["{{MessageHost.Phone}}","821000001111"],"page_size":1,"page_token":"{{Token(first)}}"}""")).ShouldBe([a]);
    }

    [Fact]
    public async Task A_message_is_shown_as_long_as_its_apps_policy_says_and_a_changed_policy_acts_at_once()
    {
        await using var host = await MessageHost.StartAsync(change: app => app with { DispatchDays = 0 });
        var (ended, _) = await host.ReportOfAsync(Orders.Send(host));
        host.Carrier.Code = null;
        var open = await host.AcceptedAsync(Orders.Send(host));
        await host.Callbacks.SubmitOfAsync(open);
        host.Time.Advance(TimeSpan.FromSeconds(2)); // the carrier said that it would have happened by then

        Ids(await host.GetAsync($"/messages?{Dispatch}")).ShouldBe([open]);
        (await host.GetAsync($"/messages/{ended}?{Dispatch}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await host.ChangeAppAsync(app => app with { DispatchDays = 1 });
        Ids(await host.GetAsync($"/messages?{Dispatch}")).ShouldBe([open, ended]);
        host.Time.Advance(TimeSpan.FromHours(25));
        Ids(await host.GetAsync($"/messages?{Dispatch}")).ShouldBe([open]);
    }

    [Fact]
    public async Task With_a_conversation_its_messages_go_and_a_merged_contact_takes_them_along()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var (a, first) = await host.ReportOfAsync(Orders.Send(host));
        var (b, second) = await host.ReportOfAsync(Orders.Send(host, identity: "821000001111"));
        var stays = host.Book.ReadContactId(second.Payload.GetProperty("contact_id").GetString())!.Value;

        await host.Book.MergeContactsAsync(host.Project.Id, stays, host.Book.ReadContactId(first.Payload.GetProperty("contact_id").GetString())!.Value);
        Ids(await host.GetAsync($"/messages?contact_id={host.Book.ContactId(stays)}")).ShouldBe([b, a]);
        (await host.GetAsync($"/messages/{a}")).Json.GetProperty("contact_id").GetString().ShouldBe(host.Book.ContactId(stays));

        await host.Book.DeleteConversationAsync(host.Project.Id, host.Book.ReadConversationId(first.Payload.GetProperty("conversation_id").GetString())!.Value);
        Ids(await host.GetAsync("/messages")).ShouldBe([b]);
        (await host.GetAsync($"/messages/{a}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<Answer> FetchLastAsync(MessageHost host, string body) => host.PostAsync("/messages:fetch-last-message", body);

    private static string[] Ids(Answer answer) =>
        [.. answer.ShouldBeAnswer("MessageList").Json.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("id").GetString()!)];

    private static string Token(Answer answer) => answer.Json.GetProperty("next_page_token").GetString()!;
}
