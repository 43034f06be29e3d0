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

    /// <summary>All that an AlimTalk can hold, each as long as it may be.</summary>
    public static HandsetMessage Order(this ConsoleHost host, string to = MyNumber) => host.AlimTalk(
        "홍길동님, 나루마켓을 이용해 주셔서 감사합니다.\n주문하신 상품을 준비하고 있습니다. 출고되면 다시 알려 드리겠습니다.", to) with
    {
        TemplateCode = "order_template",
        Emphasis = Emphasis.ItemList,
        ImageUrl = "/console/assets/naru.svg",
        Parts = new AlimTalkParts
        {
            Header = "주문이 정상적으로 접수되었어요",
            Highlight = new Highlight("제주 노지 감귤 5kg 외 세 가지 상품", "결제 금액 45,900원", "/console/assets/naru.svg"),
            Items = [new ListItem("주문번호", "20261122-0000123456789"), new ListItem("받는 분", "홍길동"), new ListItem("배송지", "서울특별시 종로구 나루터로 12길 34")],
            Summary = new ListItem("결제 금액", "45,900원"),
            QuickReplies = [new Button(ButtonKind.BotKeyword, "배송지 변경"), new Button(ButtonKind.ChatSwitch, "상담원 연결"), new Button(ButtonKind.WebLink, "자주 묻는 질문", LinkMobile: "https://naru.example/faq")],
            Link = new RepresentLink("https://naru.example/orders/20261122"),
        },
        Extra = "주문 취소는 출고 전까지 앱에서 할 수 있습니다. 교환과 반품은 받으신 날부터 7일 안에 신청해 주세요.",
        Invites = true,
        Buttons = [new Button(ButtonKind.AddChannel, "채널 추가"), new Button(ButtonKind.Call, "고객센터 연결") { Extras = new ButtonExtras(Phone: "1588-1234") }],
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
