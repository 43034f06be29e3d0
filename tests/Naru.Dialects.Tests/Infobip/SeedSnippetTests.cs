using System.Net;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Intake;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>
/// Every snippet of Infobip's two "KakaoTalk over API" pages that concerns an option, as the pages print it, put in its place in a request: it is
/// taken, and it acts.
/// </summary>
public sealed class SeedSnippetTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The pages print the instant without quotes, which is no JSON: they are put around it. It lies in the past, so the message goes at once.</summary>
    [Fact]
    public async Task SendAt_with_a_capital_and_an_offset_with_a_colon()
    {
        var submission = await AcceptedAsync(options: """
            "schedule": {
                "SendAt": "2015-07-07T17:00:00.000+01:00"
            }
            """);

        submission.SendAt.ShouldBeNull();
    }

    /// <summary>The same in the future, so that it is seen to act.</summary>
    [Fact]
    public async Task SendAt_with_a_capital_in_the_future()
    {
        var submission = await AcceptedAsync(options: """
            "schedule": {
                "SendAt": "2026-10-07T17:00:00.000+01:00"
            }
            """);

        submission.SendAt.ShouldBe(new DateTimeOffset(2026, 10, 7, 16, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_sending_speed_limit()
    {
        var submission = await AcceptedAsync(options: """
            "schedule": {
                "sendingSpeedLimit":  {
                    "amount": 30,
                    "timeUnit": "HOUR"
                    }
            }
            """);

        submission.Pace.ShouldBe(new EvenPace(30, TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_delivery_time_window()
    {
        var submission = await AcceptedAsync(messageOptions: """
                "deliveryTimeWindow": {
                    "days": [
                        "MONDAY",
                        "TUESDAY",
                        "WEDNESDAY",
                        "THURSDAY",
                        "FRIDAY",
                        "SATURDAY",
                        "SUNDAY"
                        ],
                    "from": {
                        "hour": 6,
                        "minute": 0
                        },
                    "to": {
                        "hour": 15,
                        "minute": 30
                        }
                    }
            """);

        submission.Messages.Single().Envelope.Window.ShouldBe(new DeliveryWindow(WeekDays.All, new TimeOnly(6, 0), new TimeOnly(15, 30)));
    }

    [Fact]
    public async Task A_validity_period()
    {
        var submission = await AcceptedAsync(messageOptions: """
                "validityPeriod":  {
                    "amount": 30,
                    "timeUnit": "MINUTES"
                    }
            """);

        var message = submission.Messages.Single();
        message.Validity.ShouldBe(TimeSpan.FromMinutes(30));
        message.Envelope.Route.Single().Validity.ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_platform()
    {
        var submission = await AcceptedAsync(messageOptions: """
                "platform": {
                    "entityId": "priorityCustomer",
                    "applicationId": "clientTestEnvironment"
                    }
            """);

        var envelope = submission.Messages.Single().Envelope;
        (envelope.EntityId, envelope.ApplicationId).ShouldBe(("priorityCustomer", "clientTestEnvironment"));
    }

    /// <summary>The older page has a comma too many after <c>delivery</c>, which is no JSON: this is the newer page's.</summary>
    [Fact]
    public async Task A_webhook_url()
    {
        var submission = await AcceptedAsync(more: """
                "webhooks": {
                    "delivery": {
                        "url": "https://www.example.com/kakaotalk"
                        }
                    }
            """);

        var target = submission.Messages.Single().Envelope.Reports;
        target.Route.ShouldBe(ReportRoute.Endpoint);
        _host.Directory.FindEndpoint(target.EndpointId)!.Url.ShouldBe("https://www.example.com/kakaotalk");
    }

    /// <summary>Tracking belongs to Brand Messages: an AlimTalk goes without it, and its caller is told.</summary>
    [Fact]
    public async Task Tracking_is_no_option_of_an_AlimTalk_and_is_named()
    {
        var answer = await _host.PostAsync($$"""
            {"messages":[{{Bodies.Message()}}],
                  "options": {
                    "tracking": {
                        "shortenUrl": true,
                        "trackClicks": true,
                        "trackingUrl": "https://example.com/click-report",
                        "removeProtocol": true,
                        "customDomain": "example.com"
                    }
                  }
            }
            """);

        answer.ShouldBe(HttpStatusCode.OK).Headers["Naru-Ignored"].ShouldBe("options.tracking");
    }

    private async Task<Submission> AcceptedAsync(string options = "", string messageOptions = "", string more = "")
    {
        var members = more.Length > 0 ? more : $"\"options\":{{{messageOptions}}}";

        (await _host.PostAsync("{\"messages\":[" + Bodies.Message(more: members) + "],\"options\":{" + options + "}}"))
            .ShouldBe(HttpStatusCode.OK).Headers.Keys.ShouldNotContain("Naru-Ignored");

        return _host.Gateway.Submissions.ShouldHaveSingleItem();
    }
}
