using System.Net;
using System.Text.Json;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>Applications and entities, and the tags of messages by which reports and logs are filtered.</summary>
public sealed class PlatformTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public static TheoryData<string, string> Kinds => new() { { "applications", "application" }, { "entities", "entity" } };

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_is_registered_looked_at_renamed_and_removed(string path, string kind)
    {
        var root = $"/provisioning/1/{path}";

        var created = await _host.SendAsync(HttpMethod.Post, root, $$"""{"{{kind}}Id":"shop-7","{{kind}}Name":"가게","more":1}""");
        created.ShouldBe(HttpStatusCode.Created).Body.ShouldBeEmpty();

        var found = await _host.GetAsync($"{root}/shop-7");
        found.ShouldBe(HttpStatusCode.OK).Body.ShouldBe($$"""{"{{kind}}Id":"shop-7","{{kind}}Name":"가게"}""");
        OpenApiFile.Infobip.ShouldAccept(found.Json, kind == "entity" ? "x2be764.Entity" : "x2be764.Application");

        (await _host.SendAsync(HttpMethod.Put, $"{root}/shop-7", $$"""{"{{kind}}Name":"new"}""")).ShouldBe(HttpStatusCode.NoContent).Body.ShouldBeEmpty();
        (await _host.GetAsync($"{root}/shop-7")).Json.GetProperty($"{kind}Name").GetString().ShouldBe("new");
        (await _host.SendAsync(HttpMethod.Put, $"{root}/shop-7", "{}")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.GetAsync($"{root}/shop-7")).Body.ShouldBe($$"""{"{{kind}}Id":"shop-7"}""");

        (await _host.SendAsync(HttpMethod.Delete, $"{root}/shop-7")).ShouldBe(HttpStatusCode.OK).Body.ShouldBeEmpty();
        (await _host.GetAsync($"{root}/shop-7")).ShouldBe(HttpStatusCode.NotFound).Body
            .ShouldBe("""{"requestError":{"serviceException":{"messageId":"NOT_FOUND","text":"Not found"}}}""");
        (await _host.SendAsync(HttpMethod.Delete, $"{root}/shop-7")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Put, $"{root}/shop-7", "{}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_409_in_its_kind_and_workspace_only()
    {
        await _host.AddWorkspaceAsync("other", "other-key");
        (await EntityAsync("a")).ShouldBe(HttpStatusCode.Created);

        var again = await EntityAsync("a");

        OpenApiFile.Infobip.ShouldAccept(again.ShouldBe(HttpStatusCode.Conflict).Json, "xe35a70.ApiException");
        (await EntityAsync("A")).ShouldBe(HttpStatusCode.Created);
        (await _host.SendAsync(HttpMethod.Post, "/provisioning/1/applications", """{"applicationId":"a"}""")).ShouldBe(HttpStatusCode.Created);
        (await _host.GetAsync("/provisioning/1/entities/a", ("Authorization", "App other-key"))).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Post, "/provisioning/1/entities", """{"entityId":"a"}""", ("Authorization", "App other-key"))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_list_is_paged_oldest_first()
    {
        for (var i = 0; i < 25; i++)
        {
            (await EntityAsync($"e-{i}")).ShouldBe(HttpStatusCode.Created);
            _host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await PageAsync("");
        var last = await PageAsync("?page=2&size=10");

        (first.Ids.Count, first.Ids[0], first.Paging).ShouldBe((20, "e-0", """{"page":0,"size":20,"totalPages":2,"totalResults":25}"""));
        last.Ids.ShouldBe(["e-20", "e-21", "e-22", "e-23", "e-24"]);
        last.Paging.ShouldBe("""{"page":2,"size":10,"totalPages":3,"totalResults":25}""");
        (await PageAsync("?page=2147483647&size=1000")).Ids.ShouldBeEmpty();
        OpenApiFile.Infobip.ShouldAccept((await _host.GetAsync("/provisioning/1/entities")).Json, "x2be764.PageEntity");
    }

    [Fact]
    public async Task The_default_application_is_there_without_having_been_registered_and_stays()
    {
        var list = await _host.GetAsync("/provisioning/1/applications");
        list.Body.ShouldBe("""{"results":[{"applicationId":"default"}],"paging":{"page":0,"size":20,"totalPages":1,"totalResults":1}}""");
        OpenApiFile.Infobip.ShouldAccept(list.Json, "x2be764.PageApplication");

        (await _host.SendAsync(HttpMethod.Post, "/provisioning/1/applications", """{"applicationId":"default"}""")).ShouldBe(HttpStatusCode.Conflict);
        (await _host.SendAsync(HttpMethod.Put, "/provisioning/1/applications/default", """{"applicationName":"Main"}""")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.SendAsync(HttpMethod.Delete, "/provisioning/1/applications/default")).ShouldBe(HttpStatusCode.BadRequest);
        (await _host.GetAsync("/provisioning/1/applications/default")).Body.ShouldBe("""{"applicationId":"default","applicationName":"Main"}""");
        (await _host.GetAsync("/provisioning/1/applications")).Json.GetProperty("results").GetArrayLength().ShouldBe(1);
        (await _host.GetAsync("/provisioning/1/entities")).Json.GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("{}", "entityId")]
    [InlineData("""{"entityId":""}""", "entityId")]
    [InlineData("""{"entityId":7}""", "entityId")]
    [InlineData("""{"entityId":"\u0000"}""", "entityId")]
    [InlineData("""{"entityId":"a","entityName":[]}""", "entityName")]
    [InlineData("{", "$")]
    public async Task What_cannot_be_read_is_400_with_its_field(string body, string field)
    {
        var answer = await _host.SendAsync(HttpMethod.Post, "/provisioning/1/entities", body);

        OpenApiFile.Infobip.ShouldAccept(answer.ShouldBe(HttpStatusCode.BadRequest).Json, "xe35a70.ApiException");
        answer.Json.GetProperty("requestError").GetProperty("serviceException").GetProperty("validationErrors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Fact]
    public async Task An_id_and_a_name_have_at_most_255_characters()
    {
        (await EntityAsync(new string('가', 255), new string('나', 255))).ShouldBe(HttpStatusCode.Created);
        (await EntityAsync(new string('가', 256))).ShouldBe(HttpStatusCode.BadRequest);
        (await EntityAsync("x", new string('나', 256))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("가게/7 &?#")]
    [InlineData("a%b")]
    public async Task An_id_that_needs_escapes_in_a_path_is_found(string id)
    {
        (await EntityAsync(id)).ShouldBe(HttpStatusCode.Created);

        (await _host.GetAsync($"/provisioning/1/entities/{Uri.EscapeDataString(id)}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entityId").GetString().ShouldBe(id);
    }

    [Theory]
    [InlineData("?page=-1")]
    [InlineData("?size=0")]
    [InlineData("?size=1001")]
    [InlineData("?page=x")]
    public async Task A_page_that_cannot_be_is_400(string query) =>
        OpenApiFile.Infobip.ShouldAccept((await _host.GetAsync("/provisioning/1/applications" + query)).ShouldBe(HttpStatusCode.BadRequest).Json, "xe35a70.ApiException");

    [Fact]
    public async Task A_scope_is_needed_and_other_paths_are_not_found_in_the_older_words()
    {
        await _host.AddWorkspaceAsync("scoped", "scoped-key", "kakao:manage");

        (await _host.GetAsync("/provisioning/1/entities", ("Authorization", "App scoped-key"))).ShouldBe(HttpStatusCode.Forbidden);
        OpenApiFile.Infobip.ShouldAccept((await _host.GetAsync("/provisioning/1/associations")).ShouldBe(HttpStatusCode.NotFound).Json, "xe35a70.ApiException");
    }

    [Fact]
    public async Task One_a_second_only_where_it_is_set()
    {
        await using var limited = await InfobipHost.StartAsync(("Naru:Infobip:PlatformRateLimit", "true"));

        (await _host.GetAsync("/provisioning/1/entities")).ShouldBe(HttpStatusCode.OK);
        (await _host.GetAsync("/provisioning/1/entities")).ShouldBe(HttpStatusCode.OK);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add((await limited.GetAsync("/provisioning/1/entities")).Status);
        }

        answers[0].ShouldBe(HttpStatusCode.OK);
        answers.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("entityId=shop-7", "a")]
    [InlineData("applicationId=prod", "a,b")]
    [InlineData("entityId=shop-8&applicationId=prod", "b")]
    [InlineData("entityId=none", "")]
    public async Task Reports_and_logs_are_filtered_by_the_tags_of_messages(string filter, string ids)
    {
        await TaggedAsync("a", """{"entityId":"shop-7","applicationId":"prod"}""");
        await TaggedAsync("b", """{"entityId":"shop-8","applicationId":"prod"}""");
        await TaggedAsync("c", """{}""");
        _host.Gateway.End(_ => true, Core.Messages.MessageState.Delivered, "0000");
        var expected = ids.Split(',', StringSplitOptions.RemoveEmptyEntries);

        var logs = await _host.GetAsync($"/kakao-alim/1/logs?{filter}");
        var reports = await _host.GetAsync($"/kakao-alim/1/reports?{filter}");

        Ids(logs).ShouldBe(expected, ignoreOrder: true);
        Ids(reports).ShouldBe(expected, ignoreOrder: true);
        foreach (var report in reports.Json.GetProperty("results").EnumerateArray())
        {
            report.GetProperty("platform").GetProperty("applicationId").GetString().ShouldBe("prod");
        }
    }

    private static IEnumerable<string> Ids(Answer answer) =>
        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("messageId").GetString()!);

    private async Task TaggedAsync(string messageId, string platform) =>
        (await _host.PostAsync(Bodies.One(messageId: messageId, more: $$""" "options":{"platform":{{platform}}} """))).ShouldBe(HttpStatusCode.OK);

    private Task<Answer> EntityAsync(string id, string? name = null) =>
        _host.SendAsync(HttpMethod.Post, "/provisioning/1/entities", JsonSerializer.Serialize(new { entityId = id, entityName = name }));

    private async Task<(IReadOnlyList<string> Ids, string Paging)> PageAsync(string query)
    {
        var page = (await _host.GetAsync("/provisioning/1/entities" + query)).ShouldBe(HttpStatusCode.OK).Json;
        return ([.. page.GetProperty("results").EnumerateArray().Select(e => e.GetProperty("entityId").GetString()!)], page.GetProperty("paging").GetRawText());
    }
}
