using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Naru.Fakes.Kakao;
using Naru.Server.Tests.Browser;
using Naru.Server.Tests.Hosting;
using Naru.Server.Tests.StartUp;
using static Microsoft.Playwright.Assertions;
using static Naru.Server.Tests.Kakao.Looked;

namespace Naru.Server.Tests.Kakao;

/// <summary>The way out as it is in production: an operator opens it for an app, and clients of Naru's address log in and send at Kakao, here a strict fake of its hosts.</summary>
public sealed class KakaoItselfTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly FakeKakaoOptions s_real = new();

    [Fact]
    public async Task An_operator_opens_the_way_out_and_the_same_calls_go_to_Kakao_over_a_restart_too()
    {
        using var data = new DataFolder();
        await using var kakao = await FakeKakao.StartAsync(s_real);
        var (exitCode, printed) = await NaruProcess.RunAsync("init", "shop", "--data", data.Path);
        exitCode.ShouldBe(0, printed);
        string token;
        await using (var naru = await StartAsync(data, kakao.Address))
        {
            var page = await OpenConsoleAsync(naru.Url, PrintedKeys.ConsolePassword(printed));
            await page.Locator("#name").FillAsync("실제 앱");
            await page.GetByRole(AriaRole.Button, new() { Name = "만들기" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "실제 카카오로 보내기" }).ClickAsync();
            await page.GetByLabel("카카오", new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
            await Expect(page.Locator("#kakao-id-fault")).ToBeVisibleAsync();
            await ShouldBeAccessibleAsync(page, "outside-faults");

            await page.Locator("#kakao-id").FillAsync($"{s_real.AppId}");
            await page.Locator("#key-rest").FillAsync(s_real.RestKey);
            await page.Locator("#key-javascript").FillAsync(s_real.JavaScriptKey);
            await page.Locator("#key-native").FillAsync(s_real.NativeKey);
            await page.Locator("#key-admin").FillAsync(s_real.AdminKey);
            await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("저장했습니다");

            token = await LogInAsync(naru.Url);
            (await SendAsync(naru.Url, token)).ShouldBe("""{"result_code":0}""");
            await OpenPickersAsync(naru.Url, kakao, token);
            await page.ReloadAsync();
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "/v2/api/talk/memo/default/send" })).ToContainTextAsync("응답 200");
            await page.GetByText("자세히").First.ClickAsync();
            await ShouldBeAccessibleAsync(page, "outside");
            naru.Output.ShouldNotContain(token);
        }

        await using var again = await StartAsync(data, kakao.Address);
        (await SendAsync(again.Url, token)).ShouldBe("""{"result_code":0}""");
        kakao.Journal.Lines.Count(line => line.What == "accepted").ShouldBe(2);
        Directory.GetFiles(data.Path, "*.db*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains(s_real.AdminKey) && !File.ReadAllText(file).Contains(token));
    }

    private static Task<NaruProcess> StartAsync(DataFolder data, Uri kakao) => NaruProcess.StartAsync(new NaruStart(data.Path)
    {
        Command = "serve",
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Naru:Kakao:Itself:Kapi"] = kakao.AbsoluteUri,
            ["Naru:Kakao:Itself:Kauth"] = kakao.AbsoluteUri,
            ["Naru:Kakao:Itself:Sharer"] = kakao.AbsoluteUri,
            ["Naru:Kakao:Itself:Picker"] = kakao.AbsoluteUri,
            ["Naru:Webhooks:AllowedNetworks:0"] = "127.0.0.0/8",
        },
    });

    private async Task<IPage> OpenConsoleAsync(Uri naru, string password)
    {
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync($"{naru}console");
        await page.Locator("#name").FillAsync("operator");
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "카카오 앱" }).ClickAsync();
        return page;
    }

    /// <summary>As a client does it that knows nothing but Naru's address.</summary>
    private static async Task<string> LogInAsync(Uri naru)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var there = await browser.GetAsync($"{naru}oauth/authorize?client_id={s_real.RestKey}&redirect_uri={Uri.EscapeDataString(s_real.RedirectUri)}&response_type=code&state=s+1");
        there.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var back = await browser.GetAsync(there.Headers.Location);
        var query = System.Web.HttpUtility.ParseQueryString(back.Headers.Location!.Query);
        query["state"].ShouldBe("s 1");
        using var picker = await browser.PostAsync($"{naru}picker/link", new FormUrlEncodedContent(new Dictionary<string, string> { ["app_key"] = s_real.JavaScriptKey }));
        (picker.StatusCode, picker.Headers.Location!.AbsolutePath).ShouldBe((HttpStatusCode.TemporaryRedirect, "/picker/link"));

        using var answer = await browser.PostAsync($"{naru}oauth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = s_real.RestKey, ["client_secret"] = s_real.ClientSecret, ["redirect_uri"] = s_real.RedirectUri, ["code"] = query["code"]!,
        }));
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
    }

    /// <summary>As the browser does it with the form of the JavaScript SDK, which goes on to Kakao's picker as a form.</summary>
    private static async Task OpenPickersAsync(Uri naru, FakeKakao kakao, string token)
    {
        using var browser = new HttpClient();
        foreach (var path in new[] { "/select/single", "/select/multiple", "/chat/select", "/tab/select" })
        {
            using var opened = await browser.PostAsync(new Uri(naru, path), new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["transId"] = "t", ["appKey"] = s_real.JavaScriptKey, ["ka"] = "sdk/2.7.2 os/javascript", ["token"] = token, ["title"] = "친구", ["returnUrl"] = "https://app.test/picked",
            }));
            (opened.StatusCode, opened.RequestMessage!.RequestUri).ShouldBe((HttpStatusCode.OK, new Uri(kakao.Address, path)));
        }

        kakao.Journal.Lines.Count(line => line.What == "picker").ShouldBe(4);
        using var unknown = await browser.PostAsync(new Uri(naru, "/chat/select"), new FormUrlEncodedContent(new Dictionary<string, string> { ["appKey"] = "nobody" }));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> SendAsync(Uri naru, string token)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await http.PostAsync($"{naru}v2/api/talk/memo/default/send", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["template_object"] = """{"object_type":"text","text":"안녕하세요","link":{}}""",
        }));
        return await answer.Content.ReadAsStringAsync();
    }
}
