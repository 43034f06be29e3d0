using Naru.Core.Content;
using Naru.Core.Messages;

namespace Naru.Console.Tests.Hosting;

/// <summary>Messages that went their way through the real <see cref="Journey"/>.</summary>
internal static class Journeys
{
    private static readonly CarrierTraits s_carrier = new(Deduplicates: true, MaxBatch: 100);

    public static AlimTalkContent Parcel(string text = "고객님, 주문하신 상품이 출발했습니다.\n운송장 6543-2109-8765, 내일 도착 예정입니다.") => new(
        "package_template", text, "내일 도착 예정", [new Button(ButtonKind.WebLink, "배송 조회", LinkMobile: "https://naru.example/t/1")], null);

    /// <summary>A message that was accepted so long ago; codes are what the centre and then the mobile carrier answered, in turn.</summary>
    public static Message Message(this ConsoleHost host, TimeSpan ago, string[] codes, string to = "821012345678", string? clientId = null, int? endpoint = null, AlimTalkContent? content = null, int app = 0)
    {
        var at = host.Clock.Now - ago;
        var row = Journey.Begin(
            new Message
            {
                Key = new MessageKey(3, host.Messages.Rows.Count + 1),
                Workspace = host.Workspace.Id,
                To = Recipient.Parse(to),
                ClientId = clientId,
                AcceptedAt = at,
                ExpiresAt = at + TimeSpan.FromHours(48),
                Envelope = new Envelope(
                    app == 0 ? DialectName.Infobip : DialectName.Sinch,
                    [
                        new Step("simulator", host.Sender.Key, content ?? Parcel(), TimeSpan.FromHours(48)),
                        new Step("simulator", "15881234", new SmsContent("[나루택배] 상품이 출발했습니다. 내일 도착 예정입니다.", null), TimeSpan.FromHours(1)),
                    ],
                    app != 0 ? ReportTarget.Subscribers : endpoint is { } id ? ReportTarget.Endpoint(id) : ReportTarget.Pull,
                    CallbackData: "order=77",
                    App: app),
            },
            EndReason.ResultCode,
            lane: null);
        foreach (var code in codes)
        {
            at = (row.LookAt > at ? row.LookAt : at) + TimeSpan.FromMilliseconds(12);
            row = Journey.Decide(row, JourneyEvent.Due.Instance, at, s_carrier, JourneyPolicy.Default).Message;
            at += TimeSpan.FromMilliseconds(80);
            row = Journey.Decide(row, new JourneyEvent.Answered(row.Attempt, CarrierAnswer.Done(code, at, "sim-000481")), at, s_carrier, JourneyPolicy.Default).Message;
        }

        host.Messages.Rows.Add(row);
        return row;
    }
}
