using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Kakao;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;

namespace Naru.Console.Tests.Testing;

/// <summary>Faults that a suite ordered hit the calls of its workspace's Kakao apps, by whatever they are known, and nobody else's.</summary>
public sealed class KakaoCallFaultTests
{
    [Fact]
    public async Task A_call_with_a_key_or_a_token_of_the_workspaces_apps_is_hit_and_another_is_not()
    {
        await using var host = await TestHost.StartAsync();
        var (suite, other) = (await host.OrderAsync(), await host.OrderAsync());
        var token = await AddAppAsync(host, 1, suite.Workspace.Id);
        var theirs = await AddAppAsync(host, 2, other.Workspace.Id);
        (await host.SendAsync(HttpMethod.Put, "/test/faults", new { calls = 4, answer = 503 }, suite.App)).Status.ShouldBe(204);

        (await host.GetAsync("/v2/user/me", $"Bearer {theirs}")).Status.ShouldBe(200);
        (await host.GetAsync("/v2/user/me", "KakaoAK rest-2")).Status.ShouldBe(200);
        (await host.GetAsync("/v2/user/me", "KakaoAK nobody")).Status.ShouldBe(200);
        (await host.GetAsync("/v2/user/me")).Status.ShouldBe(200);

        (await host.GetAsync("/v2/user/me", $"Bearer {token}")).Status.ShouldBe(503);
        (await host.GetAsync("/v2/user/me", "KakaoAK admin-1")).Status.ShouldBe(503);
        (await host.GetAsync($"/v2/user/me?access_token={token}")).Status.ShouldBe(503);
        (await TokenAsync(host, "rest-1")).ShouldBe((503, ""));
        (await host.GetAsync("/v2/user/me", $"Bearer {token}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_request_that_is_not_hit_comes_whole_to_who_serves_it()
    {
        await using var host = await TestHost.StartAsync();
        var suite = await host.OrderAsync();
        await AddAppAsync(host, 1, suite.Workspace.Id);
        await host.SendAsync(HttpMethod.Put, "/test/faults", new { answer = 503, path = "/v2" }, suite.App);

        (await TokenAsync(host, "rest-1")).ShouldBe((200, "rest-1"));
    }

    [Fact]
    public async Task A_Kakao_key_orders_nothing()
    {
        await using var host = await TestHost.StartAsync();
        await AddAppAsync(host, 1, (await host.OrderAsync()).Workspace.Id);

        (await host.SendAsync(HttpMethod.Put, "/test/faults", new { answer = 503 }, "KakaoAK javascript-1")).Status.ShouldBe(401);
    }

    private static async Task<(int Status, string ClientId)> TokenAsync(TestHost host, string key)
    {
        using var answer = await host.Client.PostAsync("/oauth/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["client_id"] = key, ["code"] = "c" }));
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "");
    }

    /// <summary>Its token.</summary>
    private static async Task<string> AddAppAsync(TestHost host, long id, WorkspaceId workspace)
    {
        var token = "";
        await host.Kakao.ChangeAsync(
            () =>
            {
                var change = new KakaoChange { Apps = { new DevelopersApp(id, workspace, "앱", new AppKeys($"native-{id}", $"rest-{id}", $"javascript-{id}", $"admin-{id}"), host.Kakao.Now) } };
                token = host.Kakao.AddToken(change, id, 11, isRefresh: false, "login", isNative: false, TimeSpan.FromHours(1), null);
                return change;
            },
            default);
        return token;
    }
}
