using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Tests.Contracts;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Infobip;

public sealed class RendererTests
{
    private static readonly DateTimeOffset s_at = new(2026, 10, 1, 9, 0, 2, 120, TimeSpan.FromHours(9));

    private readonly InfobipReportRenderer _renderer = new(message => $"id-{message.Key.Sequence}");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/xml")]
    public void A_push_of_a_hundred_reports_keeps_their_order(string contentType)
    {
        var push = Render(contentType, [.. Enumerable.Range(0, 100).Select(i => Report(i))]);

        var ids = contentType == "application/json"
            ? Json(push).EnumerateArray().Select(report => report.GetProperty("messageId").GetString())
            : Xml(push).Select(report => report.Element("messageId")!.Value);
        ids.ShouldBe(Enumerable.Range(0, 100).Select(i => $"id-{i}"));
        push.ContentType.ShouldStartWith(contentType);
    }

    /// <summary>The message may have ended since: it is told of the moment at which a carrier took it.</summary>
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/xml")]
    public void An_intermediate_report_says_pending_whatever_became_of_the_message(string contentType)
    {
        var order = Orders.Final(contentType, [Report(1)], ["bulk"]) with { Event = ReportEvent.Submitted };

        var push = _renderer.Compose(order);

        var said = contentType == "application/json"
            ? Flat(JsonDocument.Parse(push.Body).RootElement.GetProperty("results")[0])
            : Flat(Xml(push).Single());
        said.ShouldContain(("status.groupName", "PENDING"));
        said.ShouldContain(("status.name", "PENDING_WAITING_DELIVERY"));
        said.ShouldContain(("error.name", "NO_ERROR"));
        var dates = said.Where(member => member.Name is "sentAt" or "doneAt").Select(member => member.Value).ToList();
        dates[0].ShouldBe(dates[1]);
    }

    /// <summary>The text was under way, or had arrived, when the first of them was pushed.</summary>
    [Theory]
    [InlineData(ReportEvent.Submitted, "s")]
    [InlineData(ReportEvent.SecondStepTaken, "15881234")]
    public void An_intermediate_report_is_about_the_step_that_was_taken(ReportEvent happened, string sender)
    {
        var report = Report(1);
        var route = new[] { report.Envelope.Route[0] with { Sender = "s" }, new Step("simulator", "15881234", new SmsContent("text", null), TimeSpan.FromHours(1)) };
        var order = Orders.Final("application/json", [report with { Envelope = report.Envelope with { Route = route }, StepIndex = 1 }], ["bulk"]) with { Event = happened };

        Flat(JsonDocument.Parse(_renderer.Compose(order).Body).RootElement.GetProperty("results")[0]).ShouldContain(("sender", sender));
    }

    [Fact]
    public void Xml_says_what_json_says_in_the_same_order()
    {
        var report = Report(1, callbackData: "order=77", entityId: "shop-7", campaign: "autumn");

        var json = Json(Render("application/json", report))[0];
        var xml = Xml(Render("application/xml", report)).Single();

        Flat(xml).ShouldBe(Flat(json));
    }

    [Fact]
    public void A_date_is_in_utc_with_milliseconds_and_no_colon() =>
        Json(Render("application/json", Report(1)))[0].GetProperty("sentAt").GetString().ShouldBe("2026-10-01T00:00:02.120+0000");

    [Fact]
    public void What_the_message_did_not_say_is_left_out()
    {
        var report = Json(Render("application/json", Report(1)))[0];

        report.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["bulkId", "price", "status", "error", "messageId", "to", "sender", "sentAt", "doneAt", "messageCount"]);
    }

    [Theory]
    [InlineData("a\u0001b\u000Bc", "a\uFFFDb\uFFFDc")]
    [InlineData("<tag> & \"quote\"", "<tag> & \"quote\"")]
    [InlineData("주문 \U0001F600", "주문 \U0001F600")]
    [InlineData("line\r\nbreak\ttab", "line\r\nbreak\ttab")]
    public void Any_callback_data_can_be_written_as_xml(string sent, string received)
    {
        var push = Render("application/xml", Report(1, callbackData: sent));

        Xml(push).Single().Element("callbackData")!.Value.ShouldBe(received);
    }

    private RenderedPush Render(string contentType, params IReadOnlyList<Message> messages)
    {
        var push = _renderer.Compose(Orders.Final(contentType, messages, [.. messages.Select(_ => "bulk")]));
        if (contentType == "application/json")
        {
            OpenApiFile.Infobip.ShouldAccept(JsonDocument.Parse(push.Body).RootElement, "alim.DeliveryReports");
        }

        return push;
    }

    private static JsonElement Json(RenderedPush push) => JsonDocument.Parse(push.Body).RootElement.GetProperty("results");

    private static IEnumerable<XElement> Xml(RenderedPush push)
    {
        // Not through a reader that mends line ends: what a receiver unescapes is compared.
        var root = XDocument.Parse(Encoding.UTF8.GetString(push.Body.Span), LoadOptions.PreserveWhitespace).Root!;
        root.Name.ShouldBe("DeliveryReports");
        return root.Element("results")!.Elements("result");
    }

    private static IEnumerable<(string Name, string Value)> Flat(JsonElement element) => element.EnumerateObject().SelectMany(member =>
        member.Value.ValueKind == JsonValueKind.Object
            ? Flat(member.Value).Select(inner => ($"{member.Name}.{inner.Name}", inner.Value))
            : [(member.Name, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText())]);

    private static IEnumerable<(string Name, string Value)> Flat(XElement element) => element.Elements().SelectMany(child =>
        child.HasElements ? Flat(child).Select(inner => ($"{child.Name}.{inner.Name}", inner.Value)) : [(child.Name.LocalName, child.Value)]);

    private static Message Report(int i, string? callbackData = null, string? entityId = null, string? campaign = null) => new()
    {
        Key = new MessageKey(0, i),
        Workspace = new WorkspaceId(1),
        To = Recipient.Parse("821012340001"),
        Envelope = new Envelope(
            DialectName.Infobip,
            [new Step("simulator", "sender", new AlimTalkContent("t", "x", null, [], null), TimeSpan.FromHours(1))],
            ReportTarget.Endpoint(1),
            callbackData,
            entityId,
            entityId,
            campaign),
        AcceptedAt = s_at,
        ExpiresAt = s_at.AddHours(1),
        State = MessageState.Delivered,
        ResultCode = "0000",
        SentAt = s_at,
        DoneAt = s_at.AddSeconds(2),
    };
}
