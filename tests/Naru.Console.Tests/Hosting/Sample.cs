using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>Messages as companies send them.</summary>
internal static class Sample
{
    public const string MyNumber = "821000001234";

    public static HandsetMessage AlimTalk(this ConsoleHost host, string text, string to = MyNumber) => new(
        0, host.Workspace.Id, Recipient.Parse(to), Channel.AlimTalk, host.Sender.Key, host.Sender.ChannelName, host.Sender.DisplayName,
        "template", Emphasis.None, null, null, null, text, new Dictionary<string, string>(StringComparer.Ordinal), [],
        host.Clock.Now, "reference", []);

    public static HandsetMessage Parcel(this ConsoleHost host, string to = MyNumber) => host.AlimTalk(
        "고객님, 주문하신 상품이 출발했습니다.\n\n▶ 운송장: 6543-2109-8765\n▶ 도착 예정: 11월 23일(월) 14~16시\n▶ 상품: 제주 감귤 5kg 외 1건\n\n배송 조회: https://naru.example/t/654321098765 에서 확인하세요.", to) with
    {
        TemplateCode = "package_template",
        Emphasis = Emphasis.Text,
        Title = "내일 도착 예정",
        Subtitle = "배송 안내",
        Buttons =
        [
            new Button(ButtonKind.WebLink, "배송 조회", LinkMobile: "https://naru.example/m/t/654321098765", LinkPc: "https://naru.example/t/654321098765"),
            new Button(ButtonKind.AppLink, "앱에서 보기", SchemeAndroid: "naru://parcel/654321098765", SchemeIos: "naru://parcel/654321098765"),
            new Button(ButtonKind.BotKeyword, "배송지 변경"),
        ],
    };

    public static HandsetMessage Coupon(this ConsoleHost host, string to = MyNumber) => host.AlimTalk(
        "첫 구매 감사 쿠폰이 도착했습니다.\n11월 30일까지 사용할 수 있습니다.", to) with
    {
        Sender = new string('b', 40),
        ChannelName = "@hanbatmarket",
        DisplayName = "한밭마켓",
        Emphasis = Emphasis.Image,
        ImageUrl = "/console/assets/naru.svg",
        Buttons = [new Button(ButtonKind.WebLink, "쿠폰 받기", LinkMobile: "https://hanbat.example/c/1")],
    };

    public static HandsetMessage Otp(this ConsoleHost host, string code, string to = MyNumber) =>
        host.AlimTalk($"인증번호는 {code} 입니다.", to) with { Sender = new string('c', 40), ChannelName = "@narubank", DisplayName = "나루은행" };

    public static HandsetMessage Sms(this ConsoleHost host, string text, string to = MyNumber) =>
        host.AlimTalk(text, to) with { Channel = Channel.Sms, Sender = "15881234", ChannelName = "", DisplayName = "", TemplateCode = null };
}
