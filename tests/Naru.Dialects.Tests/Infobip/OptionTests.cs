using System.Net;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Intake;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>What is asked about time reaches the engine as it was meant.</summary>
public sealed class OptionTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("2026-10-02T09:00:00.000+0900", "2026-10-02T00:00:00.000Z")]
    [InlineData("2026-10-02T09:00:00+09:00", "2026-10-02T00:00:00.000Z")]
    [InlineData("2026-10-02T09:00:00.5Z", "2026-10-02T09:00:00.500Z")]
    [InlineData("2026-10-01T20:00:00.000-0400", "2026-10-02T00:00:00.000Z")]
    [InlineData("2026-10-02T05:30:00.000+05:30", "2026-10-02T00:00:00.000Z")]
    [InlineData("2027-03-30T00:00:00.000+0000", "2027-03-30T00:00:00.000Z")] // 180 days ahead, to the millisecond
    public async Task A_send_is_scheduled_in_any_offset_form_up_to_180_days_ahead(string sendAt, string at)
    {
        var submission = await SubmittedAsync($$"""{"schedule":{"sendAt":"{{sendAt}}","bulkId":"b-1"} }""");

        submission.SendAt.ShouldBe(DateTimeOffset.Parse(at, null));
        submission.SendAt!.Value.Offset.ShouldBe(TimeSpan.Zero);
        submission.ClientBulkId.ShouldBe("b-1");
    }

    [Theory]
    [InlineData("2015-07-07T17:00:00.000+01:00")]
    [InlineData("2026-10-01T09:00:00.000+0900")]
    public async Task An_instant_that_has_come_means_at_once(string sendAt) =>
        (await SubmittedAsync($$"""{"schedule":{"sendAt":"{{sendAt}}"} }""")).SendAt.ShouldBeNull();

    [Theory]
    [InlineData("""{"amount":30,"timeUnit":"HOUR"}""", 30, 3600)]
    [InlineData("""{"amount":30,"timeUnit":"HOURS"}""", 30, 3600)]
    [InlineData("""{"timeUnit":"DAY","amount":1}""", 1, 86400)]
    [InlineData("""{"timeUnit":"DAYS","amount":1}""", 1, 86400)]
    [InlineData("""{"amount":2147483647,"timeUnit":"MINUTE"}""", int.MaxValue, 60)]
    [InlineData("""{"amount":6,"timeUnit":"MINUTES"}""", 6, 60)]
    [InlineData("""{"amount":7}""", 7, 60)]
    public async Task A_speed_is_an_even_pace_in_minutes_unless_said_otherwise(string limit, int count, int seconds) =>
        (await SubmittedAsync($$"""{"schedule":{"sendingSpeedLimit":{{limit}}} }""")).Pace.ShouldBe(new EvenPace(count, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("""{"days":["MONDAY","SUNDAY","MONDAY"]}""", WeekDays.Monday | WeekDays.Sunday, null, null)]
    [InlineData("""{"to":{"minute":30,"hour":15},"from":{"hour":6,"minute":0},"days":["FRIDAY"]}""", WeekDays.Friday, "06:00", "15:30")]
    [InlineData("""{"days":["SATURDAY"],"from":{"hour":22,"minute":0},"to":{"hour":2,"minute":0}}""", WeekDays.Saturday, "22:00", "02:00")]
    [InlineData("""{"days":["TUESDAY"],"from":{"hour":9,"minute":30},"to":{"hour":10,"minute":30}}""", WeekDays.Tuesday, "09:30", "10:30")]
    public async Task A_delivery_window_is_the_envelopes(string window, WeekDays days, string? from, string? to)
    {
        var submission = await SubmittedAsync("{}", $$""" "options":{"deliveryTimeWindow":{{window}}} """);

        submission.Messages.Single().Envelope.Window.ShouldBe(
            new DeliveryWindow(days, from is null ? null : TimeOnly.Parse(from, null), to is null ? null : TimeOnly.Parse(to, null)));
    }

    [Theory]
    [InlineData("HIGH", MessageClass.High)]
    [InlineData("STANDARD", MessageClass.Standard)]
    [InlineData("LOW", MessageClass.Low)]
    public async Task A_priority_is_the_class_of_every_message_wherever_it_stands_in_the_request(string priority, MessageClass expected)
    {
        (await _host.PostAsync($$"""{"messages":[{{Bodies.Message()}},{{Bodies.Message("821012340002")}}],"options":{"priority":"{{priority}}"} }""")).ShouldBe(HttpStatusCode.OK);
        (await _host.PostAsync($$"""{"options":{"priority":"{{priority}}"},"messages":[{{Bodies.Message("821012340003")}}]}""")).ShouldBe(HttpStatusCode.OK);

        _host.Gateway.Submissions.SelectMany(s => s.Messages).Select(m => m.Class).ShouldBe([expected, expected, expected]);
    }

    [Theory]
    [InlineData("SECOND", 2)]
    [InlineData("SECONDS", 2)]
    [InlineData("MINUTE", 120)]
    [InlineData("HOUR", 7200)]
    public async Task A_validity_takes_its_unit_in_the_singular_too(string unit, int seconds) =>
        (await SubmittedAsync("{}", $$""" "options":{"validityPeriod":{"amount":2,"timeUnit":"{{unit}}"} } """))
            .Messages.Single().Validity.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("""{"delivery":{"url":"https://a.example","intermediateReport":true}}""", true)]
    [InlineData("""{"delivery":{"url":"https://a.example","intermediateReport":false}}""", false)]
    [InlineData("""{"delivery":{"url":"https://a.example"}}""", false)]
    public async Task An_intermediate_report_is_pushed_where_it_is_asked_for(string webhooks, bool told) =>
        (await SubmittedAsync("{}", $"\"webhooks\":{webhooks}")).Messages.Single().Envelope.TellsSubmitted.ShouldBe(told);

    [Theory]
    [InlineData("""{"delivery":{"intermediateReport":true}}""", false, "messages[0].webhooks.delivery.intermediateReport")] // final reports are pulled
    [InlineData("""{"delivery":{"intermediateReport":true,"notify":false}}""", true, "messages[0].webhooks.delivery.intermediateReport")]
    [InlineData("""{"delivery":{"intermediateReport":true}}""", true, null)]
    public async Task An_intermediate_report_that_nobody_would_be_told_of_is_named_as_ignored(string webhooks, bool accountUrl, string? ignored)
    {
        if (accountUrl)
        {
            var settings = new Core.Workspaces.WorkspaceSettings("https://account.example/dlr");
            await _host.Directory.SaveWorkspaceAsync(_host.Demo with { Settings = settings }, CancellationToken.None);
        }

        var answer = await _host.PostAsync(Bodies.One(more: $"\"webhooks\":{webhooks}"));

        answer.ShouldBe(HttpStatusCode.OK).Headers.GetValueOrDefault("Naru-Ignored").ShouldBe(ignored);
        _host.Gateway.Messages.Single().Envelope.TellsSubmitted.ShouldBe(ignored is null);
        _host.Gateway.Messages.Single().Timeline[0].Note.ShouldBe(ignored is null ? null : "ignored: messages[].webhooks.delivery.intermediateReport");
    }

    [Fact]
    public async Task Messages_that_differ_in_their_window_or_their_reports_share_no_envelope()
    {
        const string window = """ "options":{"deliveryTimeWindow":{"days":["MONDAY"]}} """;
        const string reports = """ "webhooks":{"delivery":{"url":"https://a.example","intermediateReport":true}} """;
        const string quiet = """ "webhooks":{"delivery":{"url":"https://a.example"}} """;

        await _host.PostAsync($$"""
            {"messages":[{{Bodies.Message(more: window)}},{{Bodies.Message("821012340002", more: window)}},{{Bodies.Message("821012340003")}},
              {{Bodies.Message("821012340004", more: reports)}},{{Bodies.Message("821012340005", more: quiet)}}]}
            """);

        var envelopes = _host.Gateway.Submissions.Single().Messages.Select(m => m.Envelope).ToList();
        ReferenceEquals(envelopes[0], envelopes[1]).ShouldBeTrue();
        envelopes.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public async Task A_request_has_at_most_256_different_windows(int windows, bool taken)
    {
        var messages = Enumerable.Range(0, windows).Select(i => Bodies.Message(more: $$"""
            "options":{"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":{{i / 60}},"minute":{{i % 60}}},"to":{"hour":{{(i / 60) + 2}},"minute":{{i % 60}}} } }
            """));

        var answer = await _host.PostAsync($$"""{"messages":[{{string.Join(',', messages)}}]}""");

        if (taken)
        {
            answer.ShouldBe(HttpStatusCode.OK);
        }
        else
        {
            answer.ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe(["messages[256].options.deliveryTimeWindow"]);
        }
    }

    [Fact]
    public async Task Three_hundred_messages_in_one_window_are_one_line()
    {
        var messages = Enumerable.Range(0, 300).Select(_ => Bodies.Message(more: """ "options":{"deliveryTimeWindow":{"days":["MONDAY"]}} """));

        (await _host.PostAsync($$"""{"messages":[{{string.Join(',', messages)}}]}""")).ShouldBe(HttpStatusCode.OK);

        _host.Gateway.Submissions.Single().Messages.Select(m => m.Envelope).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);
    }

    private async Task<Submission> SubmittedAsync(string options, string more = "")
    {
        (await _host.PostAsync("{\"messages\":[" + Bodies.Message(more: more) + "],\"options\":" + options + "}")).ShouldBe(HttpStatusCode.OK).Headers.Keys.ShouldNotContain("Naru-Ignored");
        return _host.Gateway.Submissions.ShouldHaveSingleItem();
    }
}
