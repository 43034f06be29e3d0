using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;

namespace Naru.Console.Tests.Pages;

[Collection(BrowserTests.Name)]
public sealed class GalleryTests(Chromium chromium)
{
    [Fact]
    public async Task Pictures()
    {
        await using var host = await ConsoleHost.StartAsync();
        var endpoint = await host.FillAsync();
        var signIn = await chromium.OpenAsync($"{host.Url}/console");
        await signIn.KeepAsync("sign-in");
        var page = await chromium.SignedInAsync(host);
        await page.KeepAsync("messages");
        foreach (var (name, path) in new[]
        {
            ("message-delivered", "message?id=order-77"),
            ("webhooks", "webhooks"),
            ("endpoint", $"webhooks/{endpoint}"),
            ("push", "pushes/41"),
            ("credentials", "credentials"),
            ("senders", "senders"),
            ("not-found", "message?id=nothing"),
        })
        {
            await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{path}");
            await page.KeepAsync(name);
        }

        await page.GotoAsync($"{host.Url}/console/workspaces");
        await page.KeepAsync("workspaces");
        var failed = host.Gateway.PublicId(host.Messages.Rows[2]);
        var dark = await chromium.SignedInAsync(host, $"message?id={failed}", locale: "en-US", dark: true);
        await dark.KeepAsync("message-failed-dark-en");
        var mobile = await chromium.SignedInAsync(host, $"message?id={failed}", width: 360);
        await mobile.KeepAsync("message-mobile");
        await mobile.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/messages?to=01099998888");
        await mobile.KeepAsync("messages-mobile");
    }
}
