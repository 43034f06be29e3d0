using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Naru.Server.Tests.Browser;

public sealed class HandsetTests(SharedGateway gateway, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_message_appears_without_a_reload_and_the_test_reads_back_which_button_was_pressed()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync($"{gateway.Url}handset?workspace={workspace.Id}");
        await Expect(page.Locator("#live")).ToHaveAttributeAsync("data-state", "on");
        // What a reload would wipe out.
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        await workspace.Infobip.SendAcceptedAsync(DeliveryCard(workspace.Sender, Destination.Number(1)));

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("내일 오전 도착") }).First.ClickAsync();
        var card = page.GetByRole(AriaRole.Log);
        await Expect(card.GetByText("김나루님, 주문하신 상품이 출발했습니다.")).ToBeVisibleAsync();
        await Expect(card.GetByText("내일 오전 도착")).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "배송지 변경" }).ClickAsync();
        await Expect(card.Locator(".pressed-mark")).ToHaveCountAsync(1);

        var arrival = await workspace.Handset.UntilOneAsync(Destination.Number(1));
        arrival.Pressed.ShouldBe([1]);
        arrival.Variables.ShouldBe(
            new Dictionary<string, string> { ["name"] = "김나루", ["package_id"] = "6543-2109-8765", ["expected_delivery"] = "내일 오전" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_comes_into_the_room_that_is_open()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var page = await chromium.OpenPageAsync();
        await workspace.Infobip.SendAcceptedAsync(AlimBody.OneTimeCode(workspace.Sender, "111111", Destination.Number(1)));
        await workspace.Handset.UntilOneAsync(Destination.Number(1));
        await page.GotoAsync($"{gateway.Url}handset?workspace={workspace.Id}&to={Destination.Number(1)}&room={workspace.Sender}");
        await Expect(page.GetByRole(AriaRole.Log).GetByText("인증번호는 111111 입니다.")).ToBeVisibleAsync();
        await Expect(page.Locator("#live")).ToHaveAttributeAsync("data-state", "on");
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        await workspace.Infobip.SendAcceptedAsync(AlimBody.OneTimeCode(workspace.Sender, "222222", Destination.Number(1)));

        await Expect(page.GetByRole(AriaRole.Log).GetByText("인증번호는 222222 입니다.")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue("the page was not loaded again");
    }

    private static JsonObject DeliveryCard(string sender, string to)
    {
        const string Link = "https://naru.example/t/6543-2109-8765";
        var message = AlimBody.Message(
            sender, "delivery_card", "김나루님, 주문하신 상품이 출발했습니다.\n\n▶ 송장번호: 6543-2109-8765\n▶ 도착 예정: 내일 오전\n\n문 앞에 놓아 드릴게요.", to);
        message["content"]!["title"] = "내일 오전 도착";
        message["content"]!["buttons"] = new JsonArray(
            new JsonObject { ["type"] = "URL", ["name"] = "배송 조회", ["urlMobile"] = Link, ["urlPc"] = Link },
            new JsonObject { ["type"] = "BOT_KEYWORD", ["name"] = "배송지 변경" });
        return AlimBody.Of(message);
    }
}
