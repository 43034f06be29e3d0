using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Naru.Server.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Naru.Server.Tests.Kakao;

/// <summary>The site of an app, at an origin of its own: scripts by their paths, and one page at every other path.</summary>
internal sealed class AppSite : IAsyncDisposable
{
    private readonly WebApplication _server;

    private AppSite(WebApplication server) => _server = server;

    public string Origin => _server.Urls.Single();

    public static async Task<AppSite> StartAsync(string html, params (string Path, string Script)[] scripts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        foreach (var (path, script) in scripts)
        {
            server.MapGet(path, () => Microsoft.AspNetCore.Http.Results.Text(script, "text/javascript; charset=utf-8"));
        }

        server.MapFallback(() => Microsoft.AspNetCore.Http.Results.Content(html, "text/html; charset=utf-8"));
        await server.StartAsync();
        return new AppSite(server);
    }

    /// <summary>Registers the site with the demo's app in the console, next to what is registered. The page of the app stays open.</summary>
    public async Task<IPage> RegisterAsync(Uri gateway, Chromium chromium, string callback)
    {
        var console = await chromium.OpenPageAsync();
        await console.GotoAsync($"{gateway}console");
        await console.Locator("#name").FillAsync("demo");
        await console.Locator("#password").FillAsync("demo-password");
        await console.Locator("#password").PressAsync("Enter");
        await console.GetByRole(AriaRole.Link, new() { Name = "카카오 앱" }).ClickAsync();
        await console.GetByRole(AriaRole.Link, new() { Name = "나루 데모" }).ClickAsync();
        await console.Locator("#domains").FillAsync($"http://localhost:3000\n{Origin}");
        await console.Locator("#redirects").FillAsync($"http://localhost:3000/callback\n{Origin}/callback");
        await console.Locator("#callback").FillAsync(callback);
        await console.Locator("#settings + form").GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        await Expect(console.Locator("#callback")).ToHaveValueAsync(callback);
        return console;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
