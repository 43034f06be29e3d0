using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Conversations;
using Naru.Engine.Inbound;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Sinch;

/// <summary>CONTACT_* and CONVERSATION_* callbacks (contracts/sinch.md §4).</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private SinchHost _host = null!;
    private BookServices.ToldNotices _told = null!;
    private string _app = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SinchHost.StartAsync();
        _told = _host.Services.GetRequiredService<BookServices.ToldNotices>();
        _app = await _host.AddAppAsync();
        (await _host.PostAsync("/webhooks", $$"""
            {"app_id":"{{_app}}","target":"http://127.0.0.1/hook","target_type":"HTTP","triggers":["CONTACT_CREATE","CONTACT_UPDATE","CONTACT_DELETE","CONTACT_MERGE",
            "CONVERSATION_START","CONVERSATION_STOP","CONVERSATION_DELETE"]}
            """)).ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_contact_that_is_made_changed_merged_and_removed_is_told_as_it_is_shown()
    {
        var kim = (await _host.PostAsync("/contacts", Contact("KAKAOTALK"))).ShouldBeAnswer("Contact").Json;
        var id = kim.GetProperty("id").GetString();
        (await NextAsync("contact_create_notification")).GetRawText().ShouldBe($$"""{"contact":{{kim.GetRawText()}}}""");

        var changed = (await _host.PatchAsync($"/contacts/{id}", """{"email":"kim@example.test"}""")).ShouldBeAnswer("Contact").Body;
        (await NextAsync("contact_update_notification")).GetRawText().ShouldBe($$"""{"contact":{{changed}}}""");

        var other = (await _host.PostAsync("/contacts", Contact("SMS"))).ShouldBeAnswer("Contact").Json;
        await NextAsync("contact_create_notification");
        var merged = (await _host.PostAsync($"/contacts/{id}:merge", $$"""{"source_id":"{{other.GetProperty("id").GetString()}}"}""")).ShouldBeAnswer("Contact").Body;
        (await NextAsync("contact_merge_notification")).GetRawText().ShouldBe($$"""{"preserved_contact":{{merged}},"deleted_contact":{{other.GetRawText()}}}""");

        await _host.DeleteAsync($"/contacts/{id}");
        (await NextAsync("contact_delete_notification")).GetRawText().ShouldBe($$"""{"contact":{{merged}}}""");
    }

    [Fact]
    public async Task A_text_that_comes_in_is_told_as_a_message_of_its_conversation()
    {
        await _host.Directory.AddNumberAsync(_host.Project.Id, "15881234", CancellationToken.None);
        (await _host.PatchAsync($"/apps/{_app}", """{"channel_credentials":[{"channel":"SMS","static_bearer":{"claimed_identity":"plan","token":"token"}}],"processing_mode":"CONVERSATION"}""")).ShouldBe(HttpStatusCode.OK);
        (await _host.PostAsync("/webhooks", $$"""{"app_id":"{{_app}}","target":"http://127.0.0.1/texts","target_type":"HTTP","triggers":["MESSAGE_INBOUND"]}""")).ShouldBe(HttpStatusCode.OK);

        await _host.Services.GetRequiredService<TextInbox>().ReceiveAsync(
            [new InboundSms("mobile", "01012345678", "15881234", "예약 \"7시\" <b>", SinchHost.Start, "one")], CancellationToken.None);

        // Different pushes go side by side.
        var told = new Dictionary<string, JsonElement>();
        while (told.Count < 3)
        {
            var member = JsonDocument.Parse(await _told.NextAsync()).RootElement.EnumerateObject().Last();
            told.Add(member.Name, member.Value);
        }

        var contact = told["contact_create_notification"].GetProperty("contact").GetProperty("id").GetString();
        var talk = told["conversation_start_notification"].GetProperty("conversation");
        var message = told["message"];
        OpenApiFile.Sinch.ShouldAccept(message, "ConversationMessage");
        message.GetProperty("id").GetString()!.Length.ShouldBe(26);
        message.GetRawText().Replace(message.GetProperty("id").GetString()!, "ID", StringComparison.Ordinal).ShouldBe(
            $$$"""
            {"id":"ID","direction":"TO_APP","contact_message":{"text_message":{"text":"예약 \"7시\" <b>"},"reply_to":null},"channel_identity":{"channel":"SMS","identity":"821012345678","app_id":""},"conversation_id":"{{{talk.GetProperty("id").GetString()}}}","contact_id":"{{{contact}}}","metadata":"","accept_time":"{{{talk.GetProperty("last_received").GetString()}}}","injected":false,"sender_id":"15881234","processing_mode":"CONVERSATION"}
            """);
    }

    [Fact]
    public async Task A_notice_is_written_as_a_receiver_would_write_it_again()
    {
        await _host.PostAsync("/contacts", """
            {"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}],"language":"KO","display_name":"김나루 \uD83D\uDC4D <a href=\"x\">&'+ / \u2028"}
            """);

        // As JSON.stringify does: emoji, signs of HTML and line separators stand as they are.
        (await _told.NextAsync()).ShouldContain("\"display_name\":\"김나루 \U0001F44D <a href=\\\"x\\\">&'+ / \u2028\"", Case.Sensitive);
    }

    [Fact]
    public async Task A_conversation_that_begins_stops_and_goes_is_told_as_it_is_shown()
    {
        var contact = (await _host.PostAsync("/contacts", Contact("KAKAOTALK"))).Json.GetProperty("id").GetString();
        await NextAsync("contact_create_notification");

        var talk = (await _host.PostAsync("/conversations", $$$"""{"app_id":"{{{_app}}}","contact_id":"{{{contact}}}","metadata_json":{"a":1}}""")).ShouldBeAnswer("Conversation").Json;
        (await NextAsync("conversation_start_notification")).GetRawText().ShouldBe($$"""{"conversation":{{talk.GetRawText()}}}""");

        await _host.PostAsync($"/conversations/{talk.GetProperty("id").GetString()}:stop", "{}");
        (await NextAsync("conversation_stop_notification")).GetProperty("conversation").GetProperty("active").GetBoolean().ShouldBeFalse();

        await _host.DeleteAsync($"/conversations/{talk.GetProperty("id").GetString()}");
        var gone = (await NextAsync("conversation_delete_notification")).GetProperty("conversation");
        OpenApiFile.Sinch.ShouldAccept(gone, "Conversation");
        gone.GetProperty("id").GetString().ShouldBe(talk.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_a_message_makes_is_told_to_the_app_that_sends_it()
    {
        var other = await _host.AddAppAsync();
        (await _host.PostAsync("/webhooks", $$"""{"app_id":"{{other}}","target":"http://127.0.0.1/hook","target_type":"HTTP","triggers":["CONTACT_CREATE"]}""")).ShouldBe(HttpStatusCode.OK);
        var app = _host.Directory.FindApp(_host.Project.Id, _app)!;

        var talk = await _host.Services.GetRequiredService<IContactBook>().OpenTalkAsync(
            app, new TalkOrder(null, [Addresses.Read(Channel.AlimTalk, "821012345678")], Channel.AlimTalk), CancellationToken.None);

        var told = new[] { await _told.NextAsync(), await _told.NextAsync() };
        told.ShouldAllBe(body => JsonDocument.Parse(body).RootElement.GetProperty("app_id").GetString() == _app);
        var contact = told.Single(body => body.Contains("contact_create_notification", StringComparison.Ordinal));
        JsonDocument.Parse(contact).RootElement.GetProperty("contact_create_notification").GetProperty("contact").GetProperty("id").GetString()
            .ShouldBe(_host.Services.GetRequiredService<ContactBook>().ContactId(talk!.Contact.Id));
    }

    private static string Contact(string channel) => $$"""{"channel_identities":[{"channel":"{{channel}}","identity":"821012345678"}],"language":"KO","display_name":"김"}""";

    /// <summary>The next callback: its envelope is checked, its notification returned.</summary>
    private async Task<JsonElement> NextAsync(string member)
    {
        var body = JsonDocument.Parse(await _told.NextAsync()).RootElement;
        body.EnumerateObject().Select(one => one.Name).ShouldBe(["app_id", "project_id", "accepted_time", "event_time", member]);
        body.GetProperty("app_id").GetString().ShouldBe(_app);
        body.GetProperty("project_id").GetString().ShouldBe(_host.Project.PublicId.ToString("D"));
        body.GetProperty("accepted_time").GetString().ShouldBe("2026-10-01T00:00:00.000Z");
        body.GetProperty("event_time").GetString().ShouldBe("2026-10-01T00:00:00.000Z");
        return body.GetProperty(member);
    }
}
