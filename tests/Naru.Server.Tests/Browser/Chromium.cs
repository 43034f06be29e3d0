using Microsoft.Playwright;

namespace Naru.Server.Tests.Browser;

/// <summary>
/// The system's Chromium, driven by Playwright. Playwright's own browser is never downloaded; <c>eng/test.sh</c>
/// installs Debian's. <c>NARU_TEST_CHROMIUM</c> names another executable.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_usualPlaces =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page in a browser context of its own: no cookies or storage from other tests.</summary>
    /// <param name="iPhone">The page believes so, and is as wide.</param>
    public async Task<IPage> OpenPageAsync(bool iPhone = false)
    {
        var options = iPhone ? new BrowserNewContextOptions(_playwright!.Devices["iPhone 13"]) : new BrowserNewContextOptions();
        options.Locale = "ko-KR";
        var context = await _browser!.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string Executable() =>
        Environment.GetEnvironmentVariable("NARU_TEST_CHROMIUM")
        ?? s_usualPlaces.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium: install it, or name it in NARU_TEST_CHROMIUM.");
}
