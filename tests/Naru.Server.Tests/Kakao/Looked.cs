using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

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

        var result = await page.RunAxe();
        result.Violations.Select(violation => $"{name}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }
}
