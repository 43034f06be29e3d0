using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Core.Messages;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Tests;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>
/// The wire as files, one per operation and outcome. A file says what happened before (<c>given</c>), what is asked (<c>request</c>, or a
/// <c>push</c>) and the answer, member by member in its order.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Checkout.PathOf("tests/Contracts/infobip/golden"), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_wire_is_as_the_file_shows_it(string file)
    {
        var exchange = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.PathOf("tests/Contracts/infobip/golden/" + file)))!;
        await using var host = await InfobipHost.StartAsync();
        string? made = null;
        foreach (var step in exchange["given"]?.AsArray() ?? [])
        {
            made = await GivenAsync(host, step!.AsObject()) ?? made;
        }

        var actual = exchange["push"] is { } push ? await PushAsync(host, (string)push["contentType"]!) : await AskAsync(host, exchange["request"]!, made);

        Text(actual).ShouldBe(Text(exchange["response"]!));
        if ((string?)exchange["schema"] is { } schema)
        {
            FileWith(schema).ShouldAccept(JsonSerializer.SerializeToElement(exchange["response"]!["body"]), schema);
        }

        if ((string?)exchange["requestSchema"] is { } requestSchema)
        {
            FileWith(requestSchema).ShouldAccept(JsonSerializer.SerializeToElement(exchange["request"]!["body"]), requestSchema);
        }
    }

    private static OpenApiFile FileWith(string schema) => OpenApiFile.Infobip.Has(schema) ? OpenApiFile.Infobip : OpenApiFile.InfobipTexts;

    /// <returns>The code of a template, or the key of a scenario, that was made.</returns>
    private static async Task<string?> GivenAsync(InfobipHost host, JsonObject step)
    {
        if (step["sent"] is { } body)
        {
            (await host.PostAsync(body.ToJsonString())).ShouldBe(System.Net.HttpStatusCode.OK);
        }
        else if ((string?)step["number"] is { } number)
        {
            await host.AddNumberAsync(number);
        }
        else if ((string?)step["later"] is { } length)
        {
            host.Time.Advance(TimeSpan.Parse(length, CultureInfo.InvariantCulture));
        }
        else if (step["ended"] is { } end)
        {
            host.Gateway.End(
                message => message.ClientId == (string?)end["messageId"],
                Enum.Parse<MessageState>((string)end["state"]!),
                (string?)end["code"],
                Enum.Parse<EndReason>((string?)end["reason"] ?? nameof(EndReason.ResultCode)),
                (int?)end["step"] ?? 0);
        }
        else if ((string?)step["scopes"] is { } scopes)
        {
            await host.AddWorkspaceAsync("scoped", "scoped-key", scopes.Split(' '));
        }
        else if ((string?)step["sender"] is { } sender)
        {
            await host.AddSenderAsync(sender);
        }
        else if (step["asked"] is { } request)
        {
            var answer = await AskAsync(host, request);
            ((int)answer["status"]!).ShouldBeLessThan(300);
            return (string?)(answer["body"]!["templateCode"] ?? answer["body"]!["key"]);
        }
        else
        {
            throw new InvalidOperationException($"No such step: {step.ToJsonString()}");
        }

        return null;
    }

    /// <param name="made">Stands for <c>{templateCode}</c> or <c>{key}</c>.</param>
    private static async Task<JsonObject> AskAsync(InfobipHost host, JsonNode request, string? made = null)
    {
        var headers = request["headers"]?.AsObject().Select(header => (header.Key, (string)header.Value!)).ToArray() ?? [];
        var body = request["body"] switch
        {
            null => null,
            JsonValue text => (string)text!,
            var json => json.ToJsonString().Replace("{key}", made, StringComparison.Ordinal),
        };
        var answer = await host.SendAsync(new HttpMethod((string)request["method"]!), ((string)request["path"]!).Replace("{templateCode}", made, StringComparison.Ordinal).Replace("{key}", made, StringComparison.Ordinal), body, headers);
        var result = new JsonObject { ["status"] = (int)answer.Status };
        if (answer.Headers.GetValueOrDefault("Content-Type") is { } contentType)
        {
            result["contentType"] = contentType;
        }

        result["body"] = answer.Body.StartsWith('{') ? JsonNode.Parse(answer.Body) : answer.Body;
        return result;
    }

    private static async Task<JsonObject> PushAsync(InfobipHost host, string contentType)
    {
        var messages = host.Gateway.Messages;
        var bulkIds = await host.Gateway.BulkIdsAsync(messages, CancellationToken.None);
        var push = new InfobipReportRenderer(host.Gateway.PublicId, messages[0].Envelope.Dialect).Compose(Orders.Final(contentType, messages, bulkIds));
        var body = System.Text.Encoding.UTF8.GetString(push.Body.Span);
        return new JsonObject { ["contentType"] = push.ContentType, ["body"] = body.StartsWith('{') ? JsonNode.Parse(body) : body };
    }

    private static string Text(JsonNode node) => node.ToJsonString(s_readable);
}
