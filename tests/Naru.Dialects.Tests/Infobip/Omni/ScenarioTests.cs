using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Content;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Registry;

namespace Naru.Dialects.Tests.Infobip.Omni;

/// <summary>In which order a workspace's OMNI messages try channels.</summary>
public sealed class ScenarioTests : IAsyncLifetime
{
    private const string Root = "/omni/1/scenarios";

    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task One_is_made_looked_at_changed_and_removed()
    {
        var key = await MakeAsync("""{"name":"first","flow":[{"from":"@shop","channel":"KAKAO_ALIM"},{"channel":"SMS"}]}""");
        key.Length.ShouldBe(32);

        var found = (await _host.GetAsync($"{Root}/{key.ToLowerInvariant()}")).ShouldBe(HttpStatusCode.OK);
        found.Body.ShouldBe($$"""{"key":"{{key}}","name":"first","flow":[{"from":"@shop","channel":"KAKAO_ALIM"},{"channel":"SMS"}],"default":false}""");

        var changed = await _host.SendAsync(HttpMethod.Put, $"{Root}/{key}", """{"flow":[{"from":"1588-1234","channel":"SMS"}],"more":1}""");
        changed.ShouldBe(HttpStatusCode.OK).Body.ShouldBe($$"""{"key":"{{key}}","flow":[{"from":"1588-1234","channel":"SMS"}],"default":false}""");
        _host.Directory.FindScenario(_host.Demo.Id, key)!.Flow.ShouldBe([new OmniStep(Channel.Sms, "1588-1234")]);

        (await _host.SendAsync(HttpMethod.Delete, $"{Root}/{key}")).ShouldBe(HttpStatusCode.NoContent).Body.ShouldBeEmpty();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete, HttpMethod.Put })
        {
            var gone = await _host.SendAsync(method, $"{Root}/{key}", method == HttpMethod.Put ? """{"flow":[{"channel":"SMS"}]}""" : null);
            OpenApiFile.InfobipTexts.ShouldAccept(gone.ShouldBe(HttpStatusCode.NotFound).Json, "xbed216.ApiException");
        }
    }

    [Fact]
    public async Task A_workspace_has_one_default_and_the_last_one_made_so_is_it()
    {
        var first = await MakeAsync("""{"flow":[{"channel":"SMS"}],"default":true}""");
        var second = await MakeAsync("""{"flow":[{"channel":"SMS"}],"default":true}""");
        (await DefaultsAsync()).ShouldBe([second]);

        await PutAsync(first, """{"flow":[{"channel":"SMS"}],"default":true}""");
        (await DefaultsAsync()).ShouldBe([first]);
        await PutAsync(first, """{"name":"as it is","flow":[{"channel":"SMS"}]}""");
        (await DefaultsAsync()).ShouldBe([first], "nothing was said of it");
        await PutAsync(first, """{"flow":[{"channel":"SMS"}],"default":false}""");
        (await DefaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_paged_oldest_first_and_shows_the_workspaces_own_only()
    {
        await _host.AddWorkspaceAsync("other", "other-key");
        var keys = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            keys.Add(await MakeAsync($$"""{"flow":[{"channel":"SMS"}],"default":{{(i == 3 ? "true" : "false")}}}"""));
            _host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await ListAsync("")).ShouldBe(keys);
        (await ListAsync("?limit=2&page=1")).ShouldBe(keys[2..4]);
        (await ListAsync("?limit=2&page=2147483647")).ShouldBeEmpty();
        (await ListAsync("?limit=0")).ShouldBeEmpty();
        (await ListAsync("?isDefault=true")).ShouldBe([keys[3]]);
        (await ListAsync("?isDefault=false&limit=3")).ShouldBe(keys[..3]);
        (await ListAsync("", "other-key")).ShouldBeEmpty();
        (await _host.GetAsync($"{Root}/{keys[0]}", ("Authorization", "App other-key"))).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Delete, $"{Root}/{keys[0]}", null, ("Authorization", "App other-key"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", "flow")]
    [InlineData("""{"flow":null}""", "flow")]
    [InlineData("""{"flow":[]}""", "flow")]
    [InlineData("""{"flow":7}""", "flow")]
    [InlineData("""{"flow":[7]}""", "flow[0]")]
    [InlineData("""{"flow":[{"channel":"SMS"},{"from":"x"}]}""", "flow[1].channel")]
    [InlineData("""{"flow":[{"channel":"FAX"}]}""", "flow[0].channel")]
    [InlineData("""{"flow":[{"channel":"VIBER","from":"x"}]}""", "flow[0].channel")]
    [InlineData("""{"flow":[{"channel":"KAKAO_CHINGU","from":"@shop"}]}""", "flow[0].channel")]
    [InlineData("""{"flow":[{"channel":"KAKAO_ALIM"}]}""", "flow[0].from")]
    [InlineData("""{"flow":[{"channel":"KAKAO_ALIM","from":""}]}""", "flow[0].from")]
    [InlineData("""{"flow":[{"channel":"SMS","from":"\u0000"}]}""", "flow[0].from")]
    [InlineData("""{"name":[],"flow":[{"channel":"SMS"}]}""", "name")]
    [InlineData("""{"flow":[{"channel":"SMS"}],"default":"yes"}""", "default")]
    [InlineData("{", "$")]
    public async Task What_cannot_be_is_400_with_its_place_and_changes_nothing(string body, string place)
    {
        var answer = await _host.SendAsync(HttpMethod.Post, Root, body);

        OpenApiFile.InfobipTexts.ShouldAccept(answer.ShouldBe(HttpStatusCode.BadRequest).Json, "xbed216.ApiException");
        answer.Json.GetProperty("requestError").GetProperty("serviceException").GetProperty("validationErrors").EnumerateObject().Single().Name.ShouldBe(place);
        _host.Directory.ScenariosOf(_host.Demo.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_flow_has_four_steps_at_most_and_a_name_255_characters()
    {
        await MakeAsync($$"""{"name":"{{new string('가', 255)}}","flow":[{{Steps(4)}}]}""");

        (await _host.SendAsync(HttpMethod.Post, Root, $$"""{"flow":[{{Steps(5)}}]}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await _host.SendAsync(HttpMethod.Post, Root, $$"""{"name":"{{new string('가', 256)}}","flow":[{{Steps(1)}}]}""")).ShouldBe(HttpStatusCode.BadRequest);

        static string Steps(int count) => string.Join(',', Enumerable.Repeat("""{"channel":"SMS"}""", count));
    }

    [Fact]
    public async Task A_workspace_that_has_as_many_as_it_may_is_answered_409()
    {
        var many = new DirectoryChange();
        many.Scenarios.AddRange(Enumerable.Range(0, OmniScenario.MostOfWorkspace)
            .Select(i => new OmniScenario(_host.Demo.Id, $"{i:X32}", null, [new OmniStep(Channel.Sms, null)], false, InfobipHost.Start)));
        await _host.Services.GetRequiredService<IDirectoryStore>().ApplyAsync(many, CancellationToken.None);
        await _host.Directory.LoadAsync(CancellationToken.None);

        var answer = await _host.SendAsync(HttpMethod.Post, Root, """{"flow":[{"channel":"SMS"}]}""");

        OpenApiFile.InfobipTexts.ShouldAccept(answer.ShouldBe(HttpStatusCode.Conflict).Json, "xbed216.ApiException");
    }

    [Fact]
    public async Task Twenty_are_made_and_forty_changed_in_ten_minutes()
    {
        var key = "";
        for (var i = 0; i < 20; i++)
        {
            key = await MakeAsync("""{"flow":[{"channel":"SMS"}]}""");
        }

        var refused = (await _host.SendAsync(HttpMethod.Post, Root, """{"flow":[{"channel":"SMS"}]}""")).ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.GetValueOrDefault("Retry-After").ShouldNotBeNull();
        for (var i = 0; i < 40; i++)
        {
            await PutAsync(key, """{"flow":[{"channel":"SMS"}]}""");
        }

        (await _host.SendAsync(HttpMethod.Put, $"{Root}/{key}", """{"flow":[{"channel":"SMS"}]}""")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await _host.GetAsync($"{Root}/{key}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_scope_is_needed_and_other_paths_and_methods_are_answered_in_the_older_words()
    {
        await _host.AddWorkspaceAsync("scoped", "scoped-key", "message:send", "omni-failover:logs:read");

        (await _host.GetAsync(Root, ("Authorization", "App scoped-key"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _host.GetAsync("/omni/1/reports", ("Authorization", "App scoped-key"))).ShouldBe(HttpStatusCode.OK);
        (await _host.GetAsync("/omni/1/logs", ("Authorization", "App scoped-key"))).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.InfobipTexts.ShouldAccept((await _host.GetAsync("/omni/1/text")).ShouldBe(HttpStatusCode.NotFound).Json, "xbed216.ApiException");
        OpenApiFile.InfobipTexts.ShouldAccept((await _host.GetAsync("/omni/1/advanced")).ShouldBe(HttpStatusCode.MethodNotAllowed).Json, "xbed216.ApiException");
    }

    private async Task<string> MakeAsync(string body) => (await _host.SendAsync(HttpMethod.Post, Root, body)).ShouldBe(HttpStatusCode.Created).Json.GetProperty("key").GetString()!;

    private async Task PutAsync(string key, string body) => (await _host.SendAsync(HttpMethod.Put, $"{Root}/{key}", body)).ShouldBe(HttpStatusCode.OK);

    private async Task<IReadOnlyList<string>> DefaultsAsync() =>
        [.. (await _host.GetAsync(Root)).Json.GetProperty("scenarios").EnumerateArray().Where(static s => s.GetProperty("default").GetBoolean()).Select(KeyOf)];

    private async Task<IReadOnlyList<string>> ListAsync(string query, string apiKey = InfobipHost.Key) =>
        [.. (await _host.GetAsync(Root + query, ("Authorization", "App " + apiKey))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("scenarios").EnumerateArray().Select(KeyOf)];

    private static string KeyOf(JsonElement scenario) => scenario.GetProperty("key").GetString()!;
}
