using Microsoft.Playwright;
using Naru.Tests;

namespace Naru.Server.Tests.Kakao;

/// <summary>A page as whoever cannot see it well has it; and a picture of it, where a folder is named for them.</summary>
internal static class Looked
{
    public static async Task ShouldBeAccessibleAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("NARU_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"kakao-{name}.png"), FullPage = true });
        }

        await page.ShouldPassAxeAsync(name);
    }
}
