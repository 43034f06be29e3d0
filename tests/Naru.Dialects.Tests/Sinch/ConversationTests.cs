using System.Net;
using System.Text.Json;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch;

public sealed class ConversationTests : IAsyncLifetime
{
    private SinchHost _host = null!;
    private string _app = "";
    private string _contact = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SinchHost.StartAsync();
        _app = await _host.AddAppAsync();
        _contact = await AddContactAsync("821012345678");
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_conversation_begins_active_on_the_channel_of_its_contact()
    {
        var talk = (await CreateAsync()).ShouldBeAnswer("Conversation").Json;
        var id = talk.GetProperty("id").GetString();

        talk.GetRawText().ShouldBe(
            $$"""{"id":"{{id}}","app_id":"{{_app}}","contact_id":"{{_contact}}","active":true,"active_channel":"KAKAOTALK","last_received":"1970-01-01T00:00:00.000Z","metadata":"","correlation_id":""}""");
        (await _host.GetAsync($"/conversations/{id}")).ShouldBeAnswer("Conversation").Body.ShouldBe(talk.GetRawText());
    }

    [Fact]
    public async Task Every_member_is_kept()
    {
        var talk = (await CreateAsync(""","active":false,"active_channel":"SMS","metadata":"old","metadata_json":{"이름": "김", "n":[1.50]},"correlation_id":"c","last_received":"2026-01-01T00:00:00Z","id":"x" """))
            .ShouldBeAnswer("Conversation").Json;

        talk.GetProperty("active").GetBoolean().ShouldBeFalse();
        talk.GetProperty("active_channel").GetString().ShouldBe("SMS");
        talk.GetProperty("metadata").GetString().ShouldBe("old");
        talk.GetProperty("metadata_json").GetRawText().ShouldBe("""{"이름":"김","n":[1.50]}""");
        talk.GetProperty("correlation_id").GetString().ShouldBe("c");
        talk.GetProperty("last_received").GetString().ShouldBe("1970-01-01T00:00:00.000Z");
    }

    [Theory]
    [InlineData("{}", "app_id contact_id")]
    [InlineData("""{"app_id":"nonsense","contact_id":"x"}""", "app_id")]
    [InlineData("""{"app_id":"01HDEM0APP0000000000000000","contact_id":"x","active":"yes","active_channel":"PIGEON","metadata_json":[]}""", "active active_channel metadata_json")]
    public async Task A_conversation_of_the_wrong_shape_is_refused(string body, string fields) =>
        (await _host.PostAsync("/conversations", body)).ShouldComplainAbout(fields.Split(' '));

    [Fact]
    public async Task Metadata_has_at_most_2048_bytes_however_it_comes_about()
    {
        (await CreateAsync($$""","metadata_json":{"a":"{{new string('가', 700)}}"}""")).ShouldComplainAbout("metadata_json");
        var id = Id(await CreateAsync($$""","metadata_json":{"a":"{{new string('x', 1500)}}"}"""));

        (await _host.PatchAsync($"/conversations/{id}?metadata_update_strategy=MERGE_PATCH", $$$"""{"metadata_json":{"b":"{{{new string('x', 1000)}}}"}}""")).ShouldComplainAbout("metadata_json");
        (await _host.PatchAsync($"/conversations/{id}", $$$"""{"metadata_json":{"b":"{{{new string('x', 1000)}}}"}}""")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_app_and_the_contact_must_be_the_projects()
    {
        var stranger = await _host.PostAsync("/conversations", $$"""{"app_id":"01HDEM0APP0000000000000000","contact_id":"{{_contact}}"}""");
        stranger.ShouldBe(HttpStatusCode.NotFound).Json.GetProperty("error").GetProperty("message").GetString().ShouldBe("App not found");
        var nobody = await _host.PostAsync("/conversations", $$"""{"app_id":"{{_app}}","contact_id":"missing"}""");
        nobody.ShouldBe(HttpStatusCode.NotFound).Json.GetProperty("error").GetProperty("message").GetString().ShouldBe("Contact not found");

        var id = Id(await CreateAsync());
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");
        var key = ("Authorization", SinchHost.Basic("other-key", "other-secret"));
        (await _host.GetAsync($"//v1/projects/{other.PublicId}/conversations/{id}", key)).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Delete, $"//v1/projects/{other.PublicId}/conversations/{id}", null, key)).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Post, $"//v1/projects/{other.PublicId}/conversations/{id}:stop", null, key)).ShouldBe(HttpStatusCode.NotFound);
        (await _host.GetAsync($"//v1/projects/{other.PublicId}/conversations?contact_id={_contact}", key))
            .ShouldBeAnswer("ConversationList").Json.GetProperty("total_size").GetInt32().ShouldBe(0);
        (await _host.GetAsync($"/conversations/{id}")).Json.GetProperty("active").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_app_and_a_contact_have_one_active_conversation_at_a_time()
    {
        var first = Id(await CreateAsync());
        (await CreateAsync()).ShouldComplainAbout("active");

        // As the Node SDK calls it: without a body, and with a content type.
        (await _host.SendAsync(HttpMethod.Post, $"/conversations/{first}:stop")).ShouldBeAnswer("Empty").Body.ShouldBe("{}");
        (await _host.PostAsync($"/conversations/{first}:stop", "{}")).ShouldBeAnswer("Empty");
        Id(await CreateAsync()).ShouldNotBe(first);

        (await _host.GetAsync($"/conversations/{first}")).Json.GetProperty("active").GetBoolean().ShouldBeFalse();
        (await _host.PatchAsync($"/conversations/{first}", """{"active":true}""")).ShouldComplainAbout("active");
    }

    [Fact]
    public async Task A_change_sets_what_the_body_or_the_mask_says()
    {
        var id = Id(await CreateAsync(""","metadata":"m","metadata_json":{"a":1,"b":{"c":2}},"correlation_id":"c" """));

        await ChangeAsync(id, "?metadata_update_strategy=MERGE_PATCH", """{"metadata_json":{"b":{"c":null,"d":3}}}""", "metadata_json", """{"a":1,"b":{"d":3}}""");
        await ChangeAsync(id, "?metadata_update_strategy=REPLACE", """{"metadata_json":{"e":4}}""", "metadata_json", """{"e":4}""");
        await ChangeAsync(id, "?update_mask=metadata,correlation_id", """{"metadata":"n","metadata_json":{}}""", "metadata_json", """{"e":4}""");
        await ChangeAsync(id, "", """{"active_channel":"SMS","app_id":"ignored","contact_id":"ignored"}""", "active_channel", "\"SMS\"");

        var talk = (await _host.GetAsync($"/conversations/{id}")).ShouldBeAnswer("Conversation").Json;
        talk.GetProperty("metadata").GetString().ShouldBe("n");
        talk.GetProperty("correlation_id").GetString().ShouldBe("");
        talk.GetProperty("app_id").GetString().ShouldBe(_app);
        (await _host.PatchAsync($"/conversations/{id}?update_mask=name&metadata_update_strategy=ADD", "{}")).ShouldComplainAbout("metadata_update_strategy", "update_mask");
    }

    [Fact]
    public async Task A_conversation_that_is_removed_is_gone_and_its_contact_stays()
    {
        var id = Id(await CreateAsync());

        (await _host.DeleteAsync($"/conversations/{id}")).ShouldBeAnswer("Empty").Body.ShouldBe("{}");

        (await _host.GetAsync($"/conversations/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.PatchAsync($"/conversations/{id}", "{}")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.DeleteAsync($"/conversations/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.GetAsync($"/contacts/{_contact}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Conversations_are_listed_by_app_or_contact_page_by_page_with_their_number()
    {
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            ids.Add(Id(await CreateAsync($$""","active":{{(i == 11 ? "true" : "false")}},"active_channel":"{{(i % 2 == 0 ? "SMS" : "KAKAOTALK")}}" """)));
        }

        ids.Reverse();
        var first = await ListAsync($"?app_id={_app}");
        Ids(first).ShouldBe(ids[..10]);
        first.GetProperty("total_size").GetInt32().ShouldBe(12);
        var second = await ListAsync($"?app_id={_app}&page_token={first.GetProperty("next_page_token").GetString()}");
        Ids(second).ShouldBe(ids[10..]);
        second.GetProperty("next_page_token").GetString().ShouldBe("");
        Ids(await ListAsync($"?contact_id={_contact}&page_size=20")).ShouldBe(ids);
        Ids(await ListAsync($"?contact_id={_contact}&app_id={_app}&only_active=true")).ShouldBe(ids[..1]);
        (await ListAsync($"?app_id={_app}&active_channel=SMS&only_active=false")).GetProperty("total_size").GetInt32().ShouldBe(6);
    }

    [Theory]
    [InlineData("", "app_id")]
    [InlineData("?only_active=true", "app_id")]
    [InlineData("?app_id=nonsense", "app_id")]
    [InlineData("?contact_id=x&only_active=perhaps&active_channel=PIGEON&page_token=x", "only_active active_channel page_token")]
    public async Task A_list_that_cannot_be_made_is_refused(string query, string fields) => (await _host.GetAsync("/conversations" + query)).ShouldComplainAbout(fields.Split(' '));

    [Theory]
    [InlineData("GET", "/conversations:recent?app_id=x")]
    [InlineData("POST", "/conversations/x:inject-message")]
    [InlineData("POST", "/conversations/x:inject-event")]
    public async Task What_is_not_served_yet_says_so(string method, string path)
    {
        var answer = await _host.SendAsync(HttpMethod.Parse(method), path);

        answer.ShouldBe(HttpStatusCode.NotImplemented);
        SinchContract.ShouldBeFault(answer, "UNIMPLEMENTED");
    }

    private async Task ChangeAsync(string id, string query, string body, string member, string json) =>
        (await _host.PatchAsync($"/conversations/{id}{query}", body)).ShouldBeAnswer("Conversation").Json.GetProperty(member).GetRawText().ShouldBe(json);

    private Task<Answer> CreateAsync(string more = "") => _host.PostAsync("/conversations", $$"""{"app_id":"{{_app}}","contact_id":"{{_contact}}"{{more}}}""");

    private async Task<JsonElement> ListAsync(string query) => (await _host.GetAsync("/conversations" + query)).ShouldBeAnswer("ConversationList").Json;

    private async Task<string> AddContactAsync(string phone) => Id(
        await _host.PostAsync("/contacts", $$"""{"channel_identities":[{"channel":"KAKAOTALK","identity":"{{phone}}"}],"language":"KO"}"""));

    private static string Id(Answer answer) => answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("id").GetString()!;

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("conversations").EnumerateArray().Select(talk => talk.GetProperty("id").GetString()!)];
}
