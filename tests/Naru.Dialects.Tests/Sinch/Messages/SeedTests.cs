using System.Text.Json;
using System.Text.RegularExpressions;
using Naru.Core.Workspaces;
using Naru.Tests;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>
/// Every JSON example of Sinch's page on KakaoTalk (tests/Contracts/sinch/golden), completed with nothing but the members that the page says it leaves
/// out: recipient and app_id. The trailing comma of one of them is sent too.
/// </summary>
public sealed partial class SeedTests
{
    [Fact]
    public async Task The_app_can_be_made()
    {
        await using var host = await MessageHost.StartAsync();
        var body = Example("app").Replace("{{KAKAOTALK_BUSINESS_CHANNEL_ID}}", "@shop", StringComparison.Ordinal).Replace("{{KAKAOTALK_SENDER_KEY}}", MessageHost.SenderKey, StringComparison.Ordinal);

        // The page shows the credentials and not the name, which the interface description requires.
        (await host.PostAsync("/apps", Completed(body, "\"display_name\":\"shop\","))).ShouldBeAnswer("App");
    }

    [Fact]
    public async Task The_generic_template_message_is_sent_and_its_receipt_is_the_one_of_the_page()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);

        var (id, report) = await host.ReportOfAsync(Sent(host, "send-generic"));

        host.Carrier.Handed.ShouldHaveSingleItem().Step.Content.ShouldBeOfType<Core.Content.AlimTalkContent>().Text
            .ShouldBe("주문하신 상품 Value of first parameter의 도착 예정일은 Value of second parameter입니다.");
        report.Body.ShouldBe(Expected(host, "receipt-delivered", report, id));
    }

    [Fact]
    public async Task The_authentication_message_without_a_keyword_fails_with_the_receipt_of_the_page()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);

        var (id, report) = await host.ReportOfAsync(Sent(host, "send-authentication"));

        host.Carrier.Handed.ShouldBeEmpty();
        report.Body.ShouldBe(Expected(host, "receipt-failed", report, id));
    }

    /// <summary>Both members in front: what the page prints stays as it is, to the last comma.</summary>
    private static string Sent(MessageHost host, string example) => Completed(Example(example), $$$"""
        "app_id":"{{{host.App.PublicId}}}","recipient":{"identified_by":{"channel_identities":[{"channel":"KAKAOTALK","identity":"{{{MessageHost.Phone}}}"}]}},
        """);

    private static string Completed(string example, string members) => example.Insert(example.IndexOf('{', StringComparison.Ordinal) + 1, members);

    /// <summary>The page's receipt with its placeholders filled in, member for member and in its order, as compact JSON.</summary>
    private static string Expected(MessageHost host, string example, Callback report, string id)
    {
        var contact = report.Payload.GetProperty("contact_id").GetString()!;
        var conversation = report.Payload.GetProperty("conversation_id").GetString()!;
        host.Book.ReadContactId(contact).ShouldNotBeNull();
        host.Book.ReadConversationId(conversation).ShouldNotBeNull();
        var filled = Placeholder().Replace(Example(example), match => match.Groups[1].Value switch
        {
            "app_id" => host.App.PublicId,
            "accepted_time" => "2026-11-02T01:02:03.456Z",
            "event_time" => report.Json.GetProperty("event_time").GetString()!,
            "project_id" => host.Project.PublicId.ToString("D"),
            "message_id" => id,
            "conversation_id" => conversation,
            "contact_id" => contact,
            "identity" => MessageHost.Phone,
            var other => throw new InvalidOperationException($"The page has no {other}."),
        });
        return JsonSerializer.Serialize(JsonDocument.Parse(filled).RootElement);
    }

    private static string Example(string name) => File.ReadAllText(Checkout.PathOf($"tests/Contracts/sinch/golden/{name}.json"));

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
