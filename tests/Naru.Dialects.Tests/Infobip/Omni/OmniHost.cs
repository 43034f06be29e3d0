using System.Net;
using System.Text.Json.Nodes;
using Naru.Core.Messages;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip.Omni;

/// <summary>The front door with a sender, a number and a default scenario: KakaoTalk, then a text.</summary>
internal sealed class OmniHost : IAsyncDisposable
{
    public const string Number = "15881234";

    private OmniHost(InfobipHost door, string scenario) => (Door, Scenario) = (door, scenario);

    public InfobipHost Door { get; }

    /// <summary>The key of the default one.</summary>
    public string Scenario { get; }

    /// <summary>What was sent last.</summary>
    public Message Last => Door.Gateway.Messages[^1];

    public static async Task<OmniHost> StartAsync()
    {
        var door = await InfobipHost.StartAsync();
        await door.AddSenderAsync(InfobipHost.Sender);
        await door.AddNumberAsync(Number);
        return new OmniHost(door, await MakeAsync(door, """{"flow":[{"from":"@shop","channel":"KAKAO_ALIM"},{"channel":"SMS"}],"default":true}"""));
    }

    public Task<string> MakeAsync(string body) => MakeAsync(Door, body);

    public static JsonObject Body(string to = "821012340001", string? messageId = null)
    {
        var destination = new JsonObject { ["to"] = new JsonObject { ["phoneNumber"] = to } };
        if (messageId is not null)
        {
            destination["messageId"] = messageId;
        }

        return new JsonObject
        {
            ["destinations"] = new JsonArray(destination),
            ["kakaoAlim"] = new JsonObject { ["templateCode"] = "package_template", ["text"] = "talk" },
            ["sms"] = new JsonObject { ["text"] = "text" },
        };
    }

    public Task<Answer> PostAsync(JsonObject body, string query = "") => Door.SendAsync(HttpMethod.Post, "/omni/1/advanced" + query, body.ToJsonString());

    public async Task<Answer> SendAsync(JsonObject body) => (await PostAsync(body)).ShouldBe(HttpStatusCode.OK);

    public ValueTask DisposeAsync() => Door.DisposeAsync();

    private static async Task<string> MakeAsync(InfobipHost door, string body) =>
        (await door.SendAsync(HttpMethod.Post, "/omni/1/scenarios", body)).ShouldBe(HttpStatusCode.Created).Json.GetProperty("key").GetString()!;
}
