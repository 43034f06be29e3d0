using System.Net;
using System.Text.Json;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch;

public sealed class ContactTests : IAsyncLifetime
{
    private const string Kim = """{"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}],"language":"KO","display_name":"Kim"}""";

    private SinchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SinchHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, string> BadContacts() => new()
    {
        { "{}", "channel_identities language" },
        { """{"channel_identities":[],"language":"KO"}""", "channel_identities" },
        { """{"channel_identities":[{}],"language":"KO"}""", "channel_identities[0].channel channel_identities[0].identity" },
        { """{"channel_identities":[{"channel":"KAKAOTALK","identity":"Kim"}],"language":"KO"}""", "channel_identities[0].identity" },
        { """{"channel_identities":[{"channel":"WHATSAPP","identity":"821012345678"}],"language":"KO"}""", "channel_identities[0].channel" },
        { """{"channel_identities":[{"channel":"KAKAOTALKCHAT","identity":""}],"language":"KO"}""", "channel_identities[0].identity" },
        { """{"channel_identities":[{"channel":"KAKAOTALK","identity":"?"}],"language":"?"}""", "channel_identities[0].identity language" },
        { """{"channel_identities":[{"channel":"KAKAOTALK","identity":5}],"language":"KO"}""", "channel_identities[0].identity" },
        { """{"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}],"language":"korean"}""", "language" },
        { """{"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}],"language":5,"channel_priority":["PIGEON"]}""", "language channel_priority[0]" },
        { $$"""{"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}],"language":"KO","metadata":"{{new string('x', 1025)}}"}""", "metadata" },
        { $$"""{"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}],"language":"KO","external_id":"{{new string('x', 256)}}"}""", "external_id" },
        { "[]", "$" },
        { "", "$" },
    };

    [Fact]
    public async Task A_contact_is_made_with_what_was_said_and_defaults_for_the_rest()
    {
        var contact = (await _host.PostAsync("/contacts", Kim)).ShouldBeAnswer("Contact").Json;

        Rest(contact).ShouldBe(
            """
            {"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678","app_id":""}],"channel_priority":[],"display_name":"Kim","email":"",
            "external_id":"","metadata":"","language":"KO"}
            """.ReplaceLineEndings(""));
        (await GetAsync(contact)).GetRawText().ShouldBe(contact.GetRawText());
    }

    [Fact]
    public async Task Every_member_is_kept_and_numbers_are_written_in_one_way()
    {
        const string everything =
            """
            {"channel_identities":[{"channel":"SMS","identity":"+82 10-1234-5678"},{"channel":"KAKAOTALKCHAT","identity":"u-1","app_id":"a"},{"channel":"SMS","identity":"010-1234-5678"}],
            "channel_priority":["KAKAOTALKCHAT","SMS"],"display_name":"김","email":"kim@example.test","external_id":"77","metadata":"m","language":"EN_US","unknown":[1],}
            """;

        var contact = (await _host.PostAsync("/contacts", everything)).ShouldBeAnswer("Contact").Json;

        Rest(contact).ShouldBe(
            """
            {"channel_identities":[{"channel":"SMS","identity":"821012345678","app_id":""},{"channel":"KAKAOTALKCHAT","identity":"u-1","app_id":"a"}],
            "channel_priority":["KAKAOTALKCHAT","SMS"],"display_name":"김","email":"kim@example.test","external_id":"77","metadata":"m","language":"EN_US"}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [MemberData(nameof(BadContacts))]
    public async Task A_contact_of_the_wrong_shape_is_refused_with_every_fault_and_not_made(string body, string fields)
    {
        (await _host.PostAsync("/contacts", body)).ShouldComplainAbout(fields.Split(' '));

        (await ListAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_another_contact_has_is_refused()
    {
        await CreateAsync();

        (await _host.PostAsync("/contacts", Kim)).ShouldComplainAbout("channel_identities");

        (await ListAsync("")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/contacts/missing")]
    [InlineData("/contacts/01HCNTACT00000000000000000")]
    public async Task A_contact_that_is_not_there_is_answered_with_404(string path)
    {
        foreach (var answer in new[]
        {
            await _host.GetAsync(path), await _host.PatchAsync(path, "{}"), await _host.DeleteAsync(path), await _host.PostAsync(path + ":merge", """{"source_id":"x"}"""),
        })
        {
            answer.ShouldBe(HttpStatusCode.NotFound);
            SinchContract.ShouldBeFault(answer, "NOT_FOUND");
        }
    }

    [Fact]
    public async Task Nobody_sees_or_changes_another_projects_contacts()
    {
        var id = await CreateAsync();
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");
        var key = ("Authorization", SinchHost.Basic("other-key", "other-secret"));
        var theirs = $"//v1/projects/{other.PublicId}/contacts";

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            (await _host.SendAsync(method, $"{theirs}/{id}", null, key)).ShouldBe(HttpStatusCode.NotFound);
        }

        (await _host.SendAsync(HttpMethod.Patch, $"{theirs}/{id}", """{"email":"x"}""", key)).ShouldBe(HttpStatusCode.NotFound);
        (await _host.GetAsync(theirs, key)).ShouldBeAnswer("ContactList").Json.GetProperty("contacts").GetArrayLength().ShouldBe(0);
        (await _host.SendAsync(HttpMethod.Post, theirs, Kim, key)).ShouldBeAnswer("Contact");
        (await _host.GetAsync($"/contacts/{id}")).ShouldBeAnswer("Contact");
    }

    [Fact]
    public async Task A_change_sets_the_members_of_the_body()
    {
        var id = await CreateAsync();

        var changed = (await _host.PatchAsync($"/contacts/{id}", """{"email":"kim@example.test","display_name":"","channel_identities":[{"channel":"SMS","identity":"010-1234-5678"}]}"""))
            .ShouldBeAnswer("Contact").Json;

        changed.GetProperty("id").GetString().ShouldBe(id);
        changed.GetProperty("email").GetString().ShouldBe("kim@example.test");
        changed.GetProperty("display_name").GetString().ShouldBe("Unknown");
        changed.GetProperty("language").GetString().ShouldBe("KO");
        changed.GetProperty("channel_identities").GetRawText().ShouldBe("""[{"channel":"SMS","identity":"821012345678","app_id":""}]""");
    }

    [Fact]
    public async Task A_mask_says_what_is_set_and_what_is_cleared()
    {
        var id = await CreateAsync();
        await _host.PatchAsync($"/contacts/{id}", """{"email":"kim@example.test","metadata":"m"}""");

        // As the .NET SDK writes it: the id in the mask and in the body.
        var changed = (await _host.PatchAsync($"/contacts/{id}?update_mask=id,display_name,email", $$"""{"id":"{{id}}","display_name":"y","metadata":"not this"}""")).ShouldBeAnswer("Contact").Json;

        changed.GetProperty("display_name").GetString().ShouldBe("y");
        changed.GetProperty("email").GetString().ShouldBe("");
        changed.GetProperty("metadata").GetString().ShouldBe("m");
        (await _host.PatchAsync($"/contacts/{id}?update_mask=name", "{}")).ShouldComplainAbout("update_mask");
    }

    [Theory]
    [InlineData("", """{"channel_identities":null}""")]
    [InlineData("?update_mask=channel_identities", "{}")]
    [InlineData("", """{"channel_identities":[]}""")]
    public async Task No_change_takes_the_last_address_away(string query, string body)
    {
        var id = await CreateAsync();

        (await _host.PatchAsync($"/contacts/{id}{query}", body)).ShouldComplainAbout("channel_identities");
    }

    [Fact]
    public async Task A_contact_that_is_removed_is_gone()
    {
        var id = await CreateAsync();

        (await _host.DeleteAsync($"/contacts/{id}")).ShouldBeAnswer("Empty").Body.ShouldBe("{}");

        (await _host.GetAsync($"/contacts/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.DeleteAsync($"/contacts/{id}")).ShouldBe(HttpStatusCode.NotFound);
        await CreateAsync();
    }

    [Fact]
    public async Task Of_two_contacts_the_one_in_the_path_stays()
    {
        var stays = await CreateAsync();
        var goes = await CreateAsync("""{"channel_identities":[{"channel":"SMS","identity":"821012345678"}],"language":"UNSPECIFIED","email":"kim@example.test"}""");

        var merged = (await _host.PostAsync($"/contacts/{stays}:merge", $$"""{"source_id":"{{goes}}","strategy":"MERGE"}""")).ShouldBeAnswer("Contact").Json;

        merged.GetProperty("id").GetString().ShouldBe(stays);
        merged.GetProperty("email").GetString().ShouldBe("kim@example.test");
        merged.GetProperty("channel_identities").GetArrayLength().ShouldBe(2);
        merged.GetProperty("channel_priority").GetRawText().ShouldBe("""["KAKAOTALK","SMS"]""");
        (await _host.GetAsync($"/contacts/{goes}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_merge_names_another_contact()
    {
        var id = await CreateAsync();

        (await _host.PostAsync($"/contacts/{id}:merge", "{}")).ShouldComplainAbout("source_id");
        (await _host.PostAsync($"/contacts/{id}:merge", """{"source_id":"a","strategy":"BOTH"}""")).ShouldComplainAbout("strategy");
        (await _host.PostAsync($"/contacts/{id}:merge", $$"""{"source_id":"{{id}}"}""")).ShouldComplainAbout("source_id");
        (await _host.PostAsync($"/contacts/{id}:merge", """{"source_id":"missing"}""")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_follow_each_other_to_the_last_without_a_token()
    {
        var ids = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            ids.Add(await CreateAsync($$"""{"channel_identities":[{"channel":"KAKAOTALK","identity":"82101234{{i:0000}}"}],"language":"KO"}"""));
        }

        var read = new List<string>();
        var sizes = new List<int>();
        for (var token = ""; ;)
        {
            var page = (await _host.GetAsync($"/contacts?page_token={token}")).ShouldBeAnswer("ContactList").Json;
            read.AddRange(Ids(page));
            sizes.Add(page.GetProperty("contacts").GetArrayLength());
            token = page.GetProperty("next_page_token").GetString()!;
            if (token.Length == 0)
            {
                break;
            }

            Uri.EscapeDataString(token).ShouldBe(token);
        }

        read.ShouldBe(ids.AsEnumerable().Reverse());
        sizes.ShouldBe([10, 10, 5]);
        (await _host.GetAsync("/contacts?page_size=100")).Json.GetProperty("contacts").GetArrayLength().ShouldBe(20);
    }

    [Theory]
    [InlineData("?page_token=nonsense", "page_token")]
    [InlineData("?page_size=-1", "page_size")]
    [InlineData("?channel=KAKAOTALK", "identity")]
    [InlineData("?identity=821012345678", "channel")]
    [InlineData("?channel=PIGEON&identity=1", "channel")]
    [InlineData("?external_id=1&channel=KAKAOTALK&identity=821012345678", "external_id")]
    public async Task A_list_that_cannot_be_made_is_refused(string query, string field) => (await _host.GetAsync("/contacts" + query)).ShouldComplainAbout(field);

    [Theory]
    [InlineData("821012345678")]
    [InlineData("+82%2010%201234%205678")] // Node: the plus as it is
    [InlineData("%2B82+10-1234-5678")] // .NET: as a form
    [InlineData("010-1234-5678")]
    public async Task A_contact_is_found_by_its_number_in_any_way_of_writing(string identity)
    {
        var id = await CreateAsync();

        (await ListAsync($"?channel=KAKAOTALK&identity={identity}")).ShouldBe([id]);
        (await ListAsync($"?channel=SMS&identity={identity}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_is_none_finds_nobody() => (await ListAsync("?channel=KAKAOTALK&identity=+82%2010=1&x")).ShouldBeEmpty();

    [Fact]
    public async Task Contacts_are_found_by_the_id_that_their_owner_gave_them()
    {
        await CreateAsync();
        var id = await CreateAsync("""{"channel_identities":[{"channel":"SMS","identity":"821012345678"}],"language":"KO","external_id":"customer 7"}""");

        (await ListAsync("?external_id=customer%207")).ShouldBe([id]);
        (await ListAsync("?external_id=7")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_that_several_contacts_have_are_listed()
    {
        var kakao = await CreateAsync();
        var sms = await CreateAsync("""{"channel_identities":[{"channel":"SMS","identity":"821012345678"}],"language":"KO"}""");

        var answer = await _host.GetAsync("/contacts:identityConflicts");

        answer.ShouldBe(HttpStatusCode.OK).Body.ShouldBe(
            $$"""{"conflicts":[{"identity":"821012345678","channels":["KAKAOTALK","SMS"],"contact_ids":["{{kakao}}","{{sms}}"]}],"next_page_token":""}""");
        (await _host.GetAsync("/contacts:identityConflicts?page_token=x")).ShouldComplainAbout("page_token");
    }

    [Fact]
    public async Task No_channel_here_has_profiles()
    {
        var app = await _host.AddAppAsync();

        var answer = await _host.PostAsync("/contacts:getChannelProfile", $$"""{"app_id":"{{app}}","recipient":{"contact_id":"x"},"channel":"KAKAOTALK"}""");

        answer.ShouldBe(HttpStatusCode.BadRequest);
        SinchContract.ShouldBeFault(answer, "UNSUPPORTED_OPERATION");
        (await _host.PostAsync("/contacts:getChannelProfile", "{}")).ShouldComplainAbout("app_id", "recipient", "channel");
    }

    [Fact]
    public async Task Another_method_is_answered_with_405_and_those_that_there_are()
    {
        (await _host.DeleteAsync("/contacts")).ShouldBe(HttpStatusCode.MethodNotAllowed).Headers["Allow"].ShouldBe("GET, POST");
        (await _host.PostAsync("/contacts/x", "{}")).ShouldBe(HttpStatusCode.MethodNotAllowed).Headers["Allow"].ShouldBe("GET, PATCH, DELETE");
    }

    private async Task<string> CreateAsync(string body = Kim) =>
        (await _host.PostAsync("/contacts", body)).ShouldBeAnswer("Contact").Json.GetProperty("id").GetString()!;

    private async Task<JsonElement> GetAsync(JsonElement contact) =>
        (await _host.GetAsync($"/contacts/{contact.GetProperty("id").GetString()}")).ShouldBeAnswer("Contact").Json;

    private async Task<string[]> ListAsync(string query) => Ids((await _host.GetAsync("/contacts" + query)).ShouldBeAnswer("ContactList").Json);

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("id").GetString()!)];

    /// <summary>Without its id.</summary>
    private static string Rest(JsonElement contact) =>
        "{" + string.Join(',', contact.EnumerateObject().Where(member => member.Name != "id").Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}";
}
