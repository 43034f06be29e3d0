using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Engine;
using Naru.Engine.Registry;
using Spectre.Console;

namespace Naru.Server.Demo;

/// <summary>The first messages: one AlimTalk through each front door, over HTTP as any client would, and its timeline printed.</summary>
public sealed class DemoTour(IGateway gateway, WorkspaceDirectory directory, string url)
{
    private const string To = "821000001234";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]Naru[/] is listening on {url} with a demo workspace. Nothing leaves this machine.");
        await ShowAsync("Infobip door: POST /kakao-alim/1/messages", SendInfobipAsync, cancellationToken);
        await ShowAsync("Sinch door: POST /v1/projects/{project_id}/messages:send", SendSinchAsync, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"See it on the handset: [link]{url}/handset?to={To}[/]   Operate: {url}/console (demo / {DemoCredentials.Password})");
    }

    /// <param name="send">Answers with the message's public id.</param>
    private async Task ShowAsync(string door, Func<HttpClient, CancellationToken, Task<string>> send, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var messageId = await send(http, cancellationToken);
        Print(door, messageId, await WaitForEndAsync(messageId, cancellationToken));
    }

    private static async Task<string> SendInfobipAsync(HttpClient http, CancellationToken cancellationToken)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("App", DemoCredentials.ApiKey);
        var body = new
        {
            messages = new[]
            {
                new
                {
                    sender = DemoCredentials.SenderKey,
                    destinations = new[] { new { to = To } },
                    content = new
                    {
                        type = "TEMPLATE",
                        templateCode = "delivery_card",
                        title = "내일 오전 도착",
                        text = "김나루님, 주문하신 상품이 출발했습니다.\n\n▶ 송장번호: 6543-2109-8765\n▶ 도착 예정: 내일 오전\n\n문 앞에 놓아 드릴게요.",
                        buttons = new object[]
                        {
                            new { type = "URL", name = "배송 조회", urlMobile = "https://naru.example/t/6543-2109-8765", urlPc = "https://naru.example/t/6543-2109-8765" },
                            new { type = "BOT_KEYWORD", name = "배송지 변경" },
                        },
                    },
                },
            },
        };
        var answer = await PostAsync(http, "/kakao-alim/1/messages", body, cancellationToken);
        return answer.GetProperty("messages")[0].GetProperty("messageId").GetString()!;
    }

    private static async Task<string> SendSinchAsync(HttpClient http, CancellationToken cancellationToken)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DemoCredentials.SinchKeyId}:{DemoCredentials.SinchKeySecret}")));
        var body = new
        {
            app_id = DemoCredentials.SinchAppId,
            recipient = new { identified_by = new { channel_identities = new[] { new { channel = "KAKAOTALK", identity = To } } } },
            message = new
            {
                template_message = new
                {
                    // A dictionary keeps its keys as they are written.
                    channel_template = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["KAKAOTALK"] = new { template_id = "otp_template", parameters = new { code = "314159" } },
                    },
                },
            },
            channel_properties = new Dictionary<string, string>(StringComparer.Ordinal) { ["KAKAOTALK_AUTHENTICATION"] = "true" },
        };
        var answer = await PostAsync(http, $"/v1/projects/{DemoCredentials.ProjectId:D}/messages:send", body, cancellationToken);
        return answer.GetProperty("message_id").GetString()!;
    }

    private static async Task<JsonElement> PostAsync<T>(HttpClient http, string path, T body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(path, body, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private async Task<Message?> WaitForEndAsync(string messageId, CancellationToken cancellationToken)
    {
        var workspace = directory.FindWorkspace(DemoCredentials.ProjectId)!;
        for (var tries = 0; tries < 100; tries++)
        {
            if (await gateway.FindAsync(workspace.Id, messageId, cancellationToken) is { IsFinal: true } message)
            {
                return message;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }

        return null;
    }

    private static void Print(string door, string messageId, Message? message)
    {
        var tree = new Tree(Markup.Escape(door) + "  →  message " + Markup.Escape(messageId));
        foreach (var line in message?.Timeline ?? [])
        {
            var code = line.Code is null ? "" : $"  {line.Code} {ResultCodes.Find(line.Code)?.Meaning.En}";
            tree.AddNode(Markup.Escape($"{line.At:HH:mm:ss.fff}  {line.Kind}{code}"));
        }

        tree.AddNode(message is null ? "not finished yet" : $"[green]{message.State}[/]");
        AnsiConsole.Write(tree);
    }
}
