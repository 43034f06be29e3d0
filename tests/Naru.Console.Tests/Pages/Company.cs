using System.Collections.Immutable;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Pages;

/// <summary>A company at work: messages of every fate, an endpoint that fails, credentials.</summary>
internal static class Company
{
    public const string Failing = "https://shop.example/webhooks/naru/reports";

    public static async Task<int> FillAsync(this ConsoleHost host)
    {
        await host.Directory.SaveTemplateAsync(
            new Template(
                host.Sender.Key, "package_template", TemplateState.Approved,
                new TemplateDetails("배송 출발", "고객님, 주문하신 상품이 출발했습니다.\n운송장 #{package_id}, #{expected_delivery} 도착 예정입니다.")
                {
                    Emphasis = Emphasis.Text,
                    Title = "#{expected_delivery} 도착 예정",
                    Subtitle = "배송 안내",
                    Buttons = [new Button(ButtonKind.WebLink, "배송 조회", LinkMobile: "https://naru.example/t/#{package_id}")],
                }),
            default);
        await host.Directory.SaveTemplateAsync(
            new Template(host.Sender.Key, "otp_template", TemplateState.InReview, new TemplateDetails("인증번호", "인증번호는 #{code} 입니다.")), default);
        await host.Directory.AddCredentialAsync(host.Workspace.Id, CredentialKind.ApiKey, "쇼핑몰 서버", ["kakao:message:send"], default);
        var old = await host.Directory.AddCredentialAsync(host.Workspace.Id, CredentialKind.User, "old-batch-job", [], default);
        await host.Directory.RevokeCredentialAsync(host.Workspace.Id, old.Credential.Id, default);

        var endpoint = await host.Directory.EndpointIdAsync(host.Workspace.Id, Failing, "application/json", default);
        await host.Directory.EndpointIdAsync(host.Workspace.Id, "https://crm.example/kakao", "application/xml", default);
        await host.Directory.SaveHealthAsync(
            host.Directory.FindEndpoint(endpoint)! with { Failures = 7, RestingUntil = host.Clock.Now.AddMinutes(9), LastFailure = "503 Service Unavailable" }, default);

        var delivered = host.Message(TimeSpan.FromHours(3), ["0000"], clientId: "order-77", endpoint: endpoint);
        host.Message(TimeSpan.FromHours(2), ["3018", "0000"], to: "821099998888", endpoint: endpoint);
        host.Message(TimeSpan.FromMinutes(50), ["3016", "3008"], to: "821044445555", endpoint: endpoint);
        host.Message(TimeSpan.FromMinutes(20), ["PHONE_OFF", "PHONE_OFF"], to: "821000007777");
        host.Message(TimeSpan.FromMinutes(9), ["3005"], to: "821055550001");
        host.Message(TimeSpan.FromMinutes(1), [], to: "821012340000");
        for (var i = 0; i < 60; i++)
        {
            host.Message(TimeSpan.FromSeconds(50 - (i % 50)), ["0000"], to: $"8210{20000000 + (i * 7919):00000000}");
        }

        host.Messages.Pushes.Add(new Push
        {
            Id = 41,
            Workspace = host.Workspace.Id,
            EndpointId = endpoint,
            Dialect = DialectName.Infobip,
            Channel = Channel.AlimTalk,
            OpenedAt = host.Clock.Now.AddMinutes(-40),
            Items = [new PushItem(delivered.Key, ReportEvent.Final)],
            CreatedAt = delivered.DoneAt!.Value,
            State = PushState.Done,
            SettledAt = delivered.DoneAt.Value.AddMinutes(3),
            Attempts =
            [
                new PushAttempt(delivered.DoneAt.Value, 0, TimeSpan.FromSeconds(10), "connection timed out"),
                new PushAttempt(delivered.DoneAt.Value.AddMinutes(1), 503, TimeSpan.FromMilliseconds(48), "<html><b>Service Unavailable</b></html>"),
                new PushAttempt(delivered.DoneAt.Value.AddMinutes(3), 200, TimeSpan.FromMilliseconds(31), "{\"ok\":true}"),
            ],
        });
        host.Messages.Pushes.Add(new Push
        {
            Id = 42,
            Workspace = host.Workspace.Id,
            EndpointId = endpoint,
            Dialect = DialectName.Infobip,
            Channel = Channel.AlimTalk,
            OpenedAt = host.Clock.Now.AddMinutes(-40),
            Items = [.. host.Messages.Rows.Skip(1).Take(2).Select(message => new PushItem(message.Key, ReportEvent.Final))],
            CreatedAt = host.Clock.Now.AddMinutes(-40),
            DueAt = host.Clock.Now.AddMinutes(4),
            Failures = 3,
            Attempts = ImmutableArray.CreateRange(Enumerable.Range(0, 3).Select(i => new PushAttempt(host.Clock.Now.AddMinutes(-40 + (i * 8)), 503, TimeSpan.FromMilliseconds(40), "Service Unavailable"))),
        });
        return endpoint;
    }
}
