using System.Buffers;
using Naru.Carriers.Simulator;
using Naru.Carriers.Simulator.Storage;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Carriers.Tests.Simulator;

public sealed class CardCodecTests
{
    /// <summary>As the gateway wrote it before cards had item lists, extra text and quick replies.</summary>
    private const string OfVersionOne =
        "AQEBCQAAAHNlbmRlci0xBgAAAEBob21lBAAAAOynkQgAAABidXR0b25zFQAAAOuCtOydvCDrj4TssKkg7JiI7KCVDgAAAOuwsOyGoSDslYjrgrQAAAAABwAAAOyViOuCtAoAAABtZXNzYWdl"
        + "LTEBAAAAAwAAAGlkAwAAADc3AgAAAAEHAAAA67O06riwGAAAAGh0dHBzOi8vbmFydS5leGFtcGxlLzc3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAcAAADrrLjsnZgAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAA";

    [Fact]
    public void A_card_of_an_older_gateway_is_read()
    {
        var card = CardCodec.Read(Convert.FromBase64String(OfVersionOne));

        (card.Channel, card.Emphasis, card.Sender, card.ChannelName, card.DisplayName).ShouldBe((Channel.AlimTalk, Emphasis.Text, "sender-1", "@home", "집"));
        (card.TemplateCode, card.Title, card.Subtitle, card.ImageUrl, card.Text, card.Reference).ShouldBe(("buttons", "내일 도착 예정", "배송 안내", null, "안내", "message-1"));
        card.Variables.ShouldBe(new Dictionary<string, string> { ["id"] = "77" });
        card.Buttons.ShouldBe([new Button(ButtonKind.WebLink, "보기", "https://naru.example/77"), new Button(ButtonKind.BotKeyword, "문의")]);
        (card.Parts, card.Extra, card.Invites).ShouldBe((null, null, false));
    }

    [Fact]
    public void A_card_of_a_newer_gateway_is_refused_and_not_misread()
    {
        var bytes = Convert.FromBase64String(OfVersionOne);
        bytes[0] = 9;

        Should.Throw<InvalidDataException>(() => CardCodec.Read(bytes)).Message.ShouldContain("version 9");
    }

    public static TheoryData<AlimTalkParts?> Parts => new(
        (AlimTalkParts?)null,
        new AlimTalkParts { Header = "주문 내역" },
        new AlimTalkParts { Highlight = new Highlight("감귤 5kg", "12,900원"), Link = new RepresentLink("https://naru.example/77") },
        new AlimTalkParts { QuickReplies = [new Button(ButtonKind.BotKeyword, "배송지 변경"), new Button(ButtonKind.ChatSwitch, "상담원", ChatExtra: "order_77")] },
        new AlimTalkParts
        {
            Header = "주문 내역",
            Highlight = new Highlight("감귤 5kg", "12,900원", "https://naru.example/thumb.png"),
            Items = [new ListItem("주문번호", "2026-77"), new ListItem("결제", "카드")],
            Summary = new ListItem("합계", "12,900원"),
            QuickReplies = [new Button(ButtonKind.BusinessForm, "톡에서 예약하기") { Extras = new ButtonExtras(FormId: "12") }],
            Link = new RepresentLink("https://naru.example/m", "https://naru.example/pc", "naru://77", "naru://77"),
        });

    [Theory]
    [MemberData(nameof(Parts))]
    public void Whatever_a_message_holds_comes_back(AlimTalkParts? parts)
    {
        var card = new Card
        {
            Channel = Channel.AlimTalk,
            Sender = "sender-1",
            ChannelName = "@home",
            DisplayName = "집",
            TemplateCode = "order",
            Emphasis = Emphasis.ItemList,
            Title = null,
            Subtitle = null,
            ImageUrl = "https://naru.example/head.png",
            Text = "안내",
            Variables = new Dictionary<string, string>(),
            Buttons = [new Button(ButtonKind.Call, "전화 연결") { Extras = new ButtonExtras(Phone: "1588-1234") }],
            Parts = parts,
            Extra = "부가 정보",
            Invites = true,
            Reference = "message-1",
        };

        var written = new ArrayBufferWriter<byte>();
        CardCodec.Write(card, written);
        var read = CardCodec.Read(written.WrittenSpan);

        read.Parts.ShouldBe(parts);
        read.Buttons.ShouldBe(card.Buttons);
        (read.Extra, read.Invites, read.ImageUrl, read.Emphasis).ShouldBe((card.Extra, card.Invites, card.ImageUrl, card.Emphasis));
    }
}
