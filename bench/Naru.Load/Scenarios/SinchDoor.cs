using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Load.Wire;

namespace Naru.Load.Scenarios;

/// <summary>Sets the Sinch door up as a customer would: a token, an app with the demo's sender, a webhook that wants two callbacks for each message.</summary>
internal static class SinchDoor
{
    private const string Project = "5a3d0f0e-6f5c-4d8e-9a51-0000000000d3";

    public static async Task<SinchPlan> OpenAsync(IPEndPoint gateway, int run, Uri target, string secret, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://{gateway}") };
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/oauth2/token") { Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]) };
        ask.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("demo-key-id:demo-key-secret")));
        using var answer = await http.SendAsync(ask, cancellation);
        var token = (await ReadAsync(answer, cancellation))["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var app = await PostAsync(http, "apps", new JsonObject
        {
            ["display_name"] = $"load {run}",
            ["channel_credentials"] = new JsonArray(new JsonObject
            {
                ["channel"] = "KAKAOTALK",
                ["kakaotalk_credentials"] = new JsonObject { ["kakaotalk_plus_friend_id"] = "@narudemo", ["kakaotalk_sender_key"] = new AlimPlan(1) { Run = run }.Sender },
            }),
        }, cancellation);
        var appId = app["id"]!.GetValue<string>();
        await PostAsync(http, "webhooks", new JsonObject
        {
            ["app_id"] = appId,
            ["target"] = target.ToString(),
            ["target_type"] = "HTTP",
            ["triggers"] = new JsonArray("MESSAGE_DELIVERY", "MESSAGE_SUBMIT"),
            ["secret"] = secret,
        }, cancellation);
        return new SinchPlan(run, Project, appId, token);
    }

    private static async Task<JsonObject> PostAsync(HttpClient http, string resource, JsonObject body, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync($"/v1/projects/{Project}/{resource}", body, cancellation);
        return await ReadAsync(answer, cancellation);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!.AsObject()
            : throw new ScenarioRefusedException($"{answer.RequestMessage!.RequestUri!.AbsolutePath} was answered with {(int)answer.StatusCode}: {text}");
    }
}
