using System.Text.Json.Nodes;
using Naru.Core.Workspaces;
using Naru.Tests;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>What Sinch's unmodified SDKs send on messages, as it was recorded (tests/Contracts/sinch/sdk-golden-requests.json).</summary>
public sealed class RecordedRequestTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var item in Golden())
        {
            cases.Add((string)item["sdk"]!, (string)item["name"]!);
        }

        return cases;
    }

    [Fact]
    public void The_recorded_cases_are_found() => Cases().Count.ShouldBe(8);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_recorded_request_is_answered_as_the_sdk_needs_it(string sdk, string name)
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        await host.ReportOfAsync(Orders.Send(host));
        var (id, _) = await host.ReportOfAsync(Orders.Send(host, more: "\"message_metadata\":\"m\","));
        var item = Golden().Single(item => (string)item["sdk"]! == sdk && (string)item["name"]! == name);
        var token = "";
        foreach (var recorded in item["requests"]!.AsArray().Select(request => request!))
        {
            var target = Here((string)recorded["target"]!);
            var body = recorded["body_text"] is { } text ? (string)text! : recorded["body"]?.ToJsonString();
            var answer = await host.SendAsync(
                new HttpMethod((string)recorded["method"]!), target[target.IndexOf("/messages", StringComparison.Ordinal)..], body is null ? null : Here(body));

            answer.ShouldBeAnswer(SchemaOf((string)recorded["method"]!, target));
            token = answer.Json.TryGetProperty("next_page_token", out var next) ? next.GetString()! : "";
        }

        string Here(string text) => text
            .Replace("01APP", host.App.PublicId, StringComparison.Ordinal)
            .Replace("/messages/01M", $"/messages/{id}", StringComparison.Ordinal)
            .Replace("/messages/kk", $"/messages/{id}", StringComparison.Ordinal)
            .Replace("tok_1", token, StringComparison.Ordinal);
    }

    private static string SchemaOf(string method, string target) => (method, target) switch
    {
        ("POST", var path) when path.EndsWith("messages:send", StringComparison.Ordinal) => "SendMessageResponse",
        ("POST", _) => "MessageList",
        ("DELETE", _) => "Empty",
        (_, var path) when path.Contains("/messages/", StringComparison.Ordinal) => "ConversationMessage",
        _ => "MessageList",
    };

    private static IEnumerable<JsonNode> Golden() => JsonNode
        .Parse(File.ReadAllBytes(Checkout.PathOf("tests/Contracts/sinch/sdk-golden-requests.json")))!["cases"]!.AsArray()
        .Select(item => item!)
        .Where(item => ((string)item["name"]!).StartsWith("messages.", StringComparison.Ordinal));
}
