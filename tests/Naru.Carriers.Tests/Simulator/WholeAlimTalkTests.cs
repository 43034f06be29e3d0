using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

public sealed class WholeAlimTalkTests
{
    private static readonly Button s_tracking = new(ButtonKind.DeliveryTracking, "배송 조회");
    private static readonly Button s_keyword = new(ButtonKind.BotKeyword, "배송지 변경");

    private static readonly TemplateDetails s_order = new("order", "#{name}님, 주문이 접수되었습니다.")
    {
        Kind = TemplateKind.Mixed,
        Emphasis = Emphasis.ItemList,
        ImageUrl = "https://naru.example/head.png",
        Header = "주문 내역",
        Highlight = new Highlight("#{goods}", "#{price}", "https://naru.example/thumb.png"),
        Items = [new ListItem("주문번호", "#{number}"), new ListItem("결제", "카드")],
        Summary = new ListItem("합계", "#{price}"),
        Extra = "교환과 반품은 7일 안에 가능합니다.",
        Link = new RepresentLink("https://naru.example/orders/#{number}"),
        Buttons = [new Button(ButtonKind.AddChannel, "채널 추가"), s_tracking],
        QuickReplies = [s_keyword],
    };

    [Fact]
    public async Task The_phone_holds_what_was_sent_and_what_the_template_adds()
    {
        await using var world = await OpenAsync();

        (await world.SubmitAsync(Order(world))).Code.ShouldBe("0000");

        var message = (await world.PhoneAsync()).ShouldHaveSingleItem();
        message.Parts!.Highlight.ShouldBe(new Highlight("감귤 5kg", "12,900원", "https://naru.example/thumb.png"), "the thumbnail is the template's");
        message.Parts.Items.ShouldBe([new ListItem("주문번호", "77"), new ListItem("결제", "카드")]);
        (message.Parts.Header, message.Parts.Summary, message.Parts.Link).ShouldBe(
            ("주문 내역", new ListItem("합계", "12,900원"), new RepresentLink("https://naru.example/orders/77")));
        (message.ImageUrl, message.Extra, message.Invites).ShouldBe(("https://naru.example/head.png", "교환과 반품은 7일 안에 가능합니다.", true));
        message.QuickReplies.ShouldBe([s_keyword]);
    }

    [Fact]
    public async Task A_quick_reply_is_pressed_like_a_button_behind_the_last_of_them()
    {
        await using var world = await OpenAsync();
        await world.SubmitAsync(Order(world));
        using var stop = new CancellationTokenSource();
        await using var events = world.Simulator.WatchAsync(world.Home.Id, stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = events.MoveNextAsync();

        (await world.Simulator.PressAsync(world.Home.Id, 1, 2, CancellationToken.None)).ShouldBeTrue();
        (await world.Simulator.PressAsync(world.Home.Id, 1, 3, CancellationToken.None)).ShouldBeFalse("there is one quick reply");

        (await next).ShouldBeTrue();
        events.Current.Kind.ShouldBe(HandsetEventKind.Pressed);
        events.Current.Message!.Pressables[events.Current.Message.Pressed.Single()].ShouldBe(s_keyword);
        world.Reopen();
        (await world.PhoneAsync()).Single().Pressed.ShouldBe([2]);
        await stop.CancelAsync();
    }

    private static async Task<SimulatorWorld> OpenAsync()
    {
        var world = await SimulatorWorld.OpenAsync();
        await world.Registry.SaveTemplateAsync(new Template(SimulatorWorld.SenderOf(world.Home), "order", TemplateState.Approved, s_order), CancellationToken.None);
        return world;
    }

    private static Handover Order(SimulatorWorld world)
    {
        var values = new Dictionary<string, string> { ["name"] = "나루", ["goods"] = "감귤 5kg", ["price"] = "12,900원", ["number"] = "77" };
        var pattern = world.Registry.FindTemplate(SimulatorWorld.SenderOf(world.Home), "order")!.AlimTalk;
        return world.Handover(SimulatorWorld.Phone, AlimTalkComposer.Compose("order", pattern, values, authentication: false).Content, null);
    }
}
