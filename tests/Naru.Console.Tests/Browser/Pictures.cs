using Microsoft.Playwright;

namespace Naru.Console.Tests.Browser;

internal static class Pictures
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("NARU_TEST_PICTURES");

    /// <summary>Keeps what the page looks like, for a person to look at.</summary>
    public static async Task KeepAsync(this IPage page, string name)
    {
        if (s_folder is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(s_folder, name + ".png") });
        }
    }
}
