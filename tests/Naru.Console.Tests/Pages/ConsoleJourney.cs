using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;

namespace Naru.Console.Tests.Pages;

internal static class ConsoleJourney
{
    /// <summary>A browser whose operator is signed in, at a page of the workspace.</summary>
    public static async Task<IPage> SignedInAsync(
        this Chromium chromium, ConsoleHost host, string page = "messages", string name = ConsoleHost.OperatorName, string locale = "ko-KR", bool dark = false, int width = 1180, bool script = true)
    {
        var browser = await chromium.OpenAsync($"{host.Url}/console", locale, width, dark: dark, script: script);
        await browser.Locator("#name").FillAsync(name);
        await browser.Locator("#password").FillAsync(ConsoleHost.OperatorPassword);
        await browser.Keyboard.PressAsync("Enter");
        await browser.WaitForURLAsync("**/messages");
        if (page != "messages")
        {
            await browser.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{page}");
        }

        return browser;
    }
}
