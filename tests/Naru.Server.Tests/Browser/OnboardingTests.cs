using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Naru.Server.Tests.Browser;

/// <summary>From a channel's name to a message on a phone, as its operator does it at the console.</summary>
public sealed partial class OnboardingTests(SharedGateway gateway, Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>The simulator's reviewers take three seconds.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions s_reviewed = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_sender_is_onboarded_and_a_template_refused_mended_approved_and_sent()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var page = await SignInAsync(workspace);

        await page.GetByRole(AriaRole.Link, new() { Name = "발신 프로필 등록" }).ClickAsync();
        await page.GetByLabel("카카오톡 채널").FillAsync("naruhospital");
        await page.GetByLabel("표시 이름").FillAsync("나루 병원");
        await page.GetByLabel("관리자 전화번호").FillAsync(Destination.Number(1));
        await page.GetByLabel("업종 분류").SelectOptionAsync("00100010001");
        await page.GetByRole(AriaRole.Button, new() { Name = "검수 요청" }).ClickAsync();
        await VerifyAsync(page);
        (await page.Locator("#sender-key").TextContentAsync())!.Length.ShouldBe(40);

        await page.GetByRole(AriaRole.Link, new() { Name = "템플릿 만들기" }).ClickAsync();
        await page.GetByLabel("템플릿 코드").FillAsync("receipt");
        await page.GetByLabel("템플릿 이름").FillAsync("진료 접수 안내");
        await page.Locator("#f-categoryCode").SelectOptionAsync("004002");
        await page.Locator("#f-text").FillAsync(new string('가', 1301));
        await Expect(page.Locator("#f-text-findings")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "검수 요청" }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToBeVisibleAsync(s_reviewed);
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("반려");

        await page.GetByRole(AriaRole.Link, new() { Name = "고치기" }).ClickAsync();
        await page.Locator("#f-text").FillAsync("#{이름}님, 진료 접수가 완료되었습니다.\n접수 번호는 #{번호}번입니다. 순서가 되면 안내해 드립니다.");
        await Expect(page.Locator("#f-text-findings li.bad")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "검수 요청" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "시험 발송" })).ToBeVisibleAsync(s_reviewed);
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("승인");

        await page.GetByLabel("받는 번호").FillAsync(Destination.Number(2));
        await page.GetByLabel("#{이름}").FillAsync("김나루");
        await page.GetByLabel("#{번호}").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "시험 발송" }).ClickAsync();
        var phone = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "시험 휴대폰에서 보기" }).ClickAsync());
        await Expect(phone.GetByText("나루 병원").First).ToBeVisibleAsync();
        (await workspace.Handset.UntilOneAsync(Destination.Number(2))).Text.ShouldBe("김나루님, 진료 접수가 완료되었습니다.\n접수 번호는 12번입니다. 순서가 되면 안내해 드립니다.");

        await page.GetByRole(AriaRole.Link, new() { Name = "메시지 보기" }).ClickAsync();
        await Expect(page.Locator(".preview")).ToContainTextAsync("접수 번호는 12번입니다.");
    }

    [Fact]
    public async Task People_decide_at_the_review_desk()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var page = await SignInAsync(workspace);
        var desk = $"{gateway.Url}console/{workspace.Id}/review";
        await page.GotoAsync(desk);
        await page.GetByLabel("이 화면에서 사람이").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        try
        {
            await page.GotoAsync($"{gateway.Url}console/{workspace.Id}/senders/{workspace.Sender}/new-template");
            await page.GetByLabel("템플릿 이름").FillAsync("예약 안내");
            await page.Locator("#f-text").FillAsync("#{이름}님, 예약이 확정되었습니다.");
            await page.GetByRole(AriaRole.Button, new() { Name = "검수 요청" }).ClickAsync();
            var template = page.Url;
            await page.GetByRole(AriaRole.Link, new() { Name = "검수 화면에서 결정하기" }).ClickAsync();
            await page.GetByLabel("의견").First.FillAsync("예약한 날짜를 적어 주십시오.");
            await page.GetByRole(AriaRole.Button, new() { Name = "반려" }).ClickAsync();

            await page.GotoAsync(template);
            await Expect(page.Locator(".verdict")).ToHaveTextAsync("예약한 날짜를 적어 주십시오.");
        }
        finally
        {
            await page.GotoAsync(desk);
            await page.GetByLabel("규칙에 따라 자동으로").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
            await Expect(page.GetByText("바꾸었습니다.")).ToBeVisibleAsync();
        }
    }

    /// <summary>The code is read on the phone that the page leads to.</summary>
    private static async Task VerifyAsync(IPage page)
    {
        var send = page.GetByRole(AriaRole.Button, new() { Name = "인증번호 보내기" });
        await Expect(send).ToBeVisibleAsync(s_reviewed);
        await send.ClickAsync();
        var phone = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "시험 휴대폰에서 인증번호 보기" }).ClickAsync());
        var text = phone.GetByText("인증번호는").First;
        await Expect(text).ToBeVisibleAsync();
        var code = Code().Match((await text.TextContentAsync())!).Value;
        await phone.CloseAsync();
        await page.GetByLabel("인증번호").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "인증하기" }).ClickAsync();
        await Expect(page.GetByText("인증했습니다.")).ToBeVisibleAsync();
    }

    private async Task<IPage> SignInAsync(TestWorkspace workspace)
    {
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync($"{gateway.Url}console/{workspace.Id}/senders");
        await page.Locator("#name").FillAsync("demo");
        await page.Locator("#password").FillAsync("demo-password");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/senders");
        return page;
    }

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
