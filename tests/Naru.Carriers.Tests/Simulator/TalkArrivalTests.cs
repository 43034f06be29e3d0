using System.Buffers;
using System.Text.Json;
using Naru.Carriers.Simulator;
using Naru.Carriers.Simulator.Storage;
using Naru.Core.Content;
using Naru.Core.Kakao.Templates;
using Naru.Core.Templates;
using Naru.Engine.Kakao;

namespace Naru.Carriers.Tests.Simulator;

/// <summary>Messages of the Developers platform on the phones.</summary>
public sealed class TalkArrivalTests
{
    [Fact]
    public void A_message_of_the_platform_comes_back_whole()
    {
        var bubble = new TalkBubble(
            1001, "나루", "", "https://app.test", "key", 11, "김나루", "Share",
            new TalkTemplate(TalkShape.Commerce)
            {
                Contents = [new TalkContent(new TalkLink("https://app.test", AndroidParams: "a=1")) { Title = "감귤", ImageUrl = "https://app.test/i.png", ImageWidth = 640 }],
                Commerce = new TalkCommerce(12_000, 9_000, 25, null, "감귤 5kg", TalkCommerce.Won, UnitBefore: false),
                Social = new TalkSocial(1, null, 2, null, null),
                Items = new TalkItems { Items = [new TalkItem("수량", "1")], Sum = "합계" },
                Buttons = [new TalkButton("사기", new TalkLink("https://app.test"))],
            },
            [new DroppedLink("buttons[0].link.web_url", "https://else.test")],
            ["NAME"]);
        var bytes = new ArrayBufferWriter<byte>();

        CardCodec.Write(CardOf(bubble), bytes);
        var read = CardCodec.Read(bytes.WrittenSpan);

        JsonSerializer.Serialize(read.Talk!, KakaoJson.Default.TalkBubble).ShouldBe(JsonSerializer.Serialize(bubble, KakaoJson.Default.TalkBubble));
        read.Talk!.Template.Commerce.ShouldBe(bubble.Template.Commerce);
    }

    [Fact]
    public void Other_cards_have_none()
    {
        var bytes = new ArrayBufferWriter<byte>();

        CardCodec.Write(CardOf(null), bytes);

        CardCodec.Read(bytes.WrittenSpan).Talk.ShouldBeNull();
    }

    private static Card CardOf(TalkBubble? bubble) => new()
    {
        Channel = Channel.AlimTalk, Sender = "talk:me", ChannelName = "", DisplayName = "", TemplateCode = null, Emphasis = Emphasis.None, Title = null, Subtitle = null, ImageUrl = null,
        Text = "감귤", Variables = new Dictionary<string, string>(), Buttons = [], Reference = "", Talk = bubble,
    };
}
