using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>Pickers of apps that Kakao itself answers, where other apps are played: the browser goes on to Kakao's picker with its form.</summary>
public sealed class OutsidePickerTests
{
    [Theory]
    [InlineData("/select/single")]
    [InlineData("/Select/Multiple")]
    [InlineData("/chat/select")]
    [InlineData("/tab/select")]
    public async Task The_form_goes_on_to_Kakaos_picker_for_apps_on_their_way_out_alone(string path)
    {
        await using var host = await ConsoleHost.StartAsync();
        var change = new KakaoChange();
        foreach (var (id, who) in new[] { (7001L, AnsweredBy.Kakao), (7002L, AnsweredBy.Naru) })
        {
            change.Apps.Add(new DevelopersApp(id, host.Workspace.Id, "앱", new AppKeys($"n{id}", $"r{id}", $"j{id}", $"a{id}"), host.Kakao.Now) { AnsweredBy = who, KakaoId = id });
        }

        await host.Kakao.ChangeAsync(() => change, CancellationToken.None);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Url) };

        using var there = await browser.PostAsync(path, Form("j7001"));
        using var here = await browser.PostAsync(path, Form("j7002"));
        using var admin = await browser.PostAsync(path, Form("a7001"));

        (there.StatusCode, there.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.TemporaryRedirect, "https://friend-picker.kakao.com" + path));
        here.StatusCode.ShouldNotBe(HttpStatusCode.TemporaryRedirect);
        admin.StatusCode.ShouldNotBe(HttpStatusCode.TemporaryRedirect);
    }

    private static FormUrlEncodedContent Form(string key) => new(new Dictionary<string, string> { ["appKey"] = key, ["transId"] = "t" });
}
