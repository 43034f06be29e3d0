using Microsoft.Playwright;

namespace Naru.Console.Tests.Browser;

/// <summary>
/// The system's Chromium, driven by Playwright. <c>NARU_TEST_CHROMIUM</c> names another executable; pictures are kept in the folder
/// that <c>NARU_TEST_PICTURES</c> names.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page of its own: no cookies or storage from other tests.</summary>
    public async Task<IPage> OpenAsync(string? url = null, string locale = "ko-KR", int width = 1180, int height = 900, bool dark = false, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = locale,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        // Patience, not a measure: other work on the machine has held a first page up for more than 15 s.
        context.SetDefaultTimeout(45_000);
        var page = await context.NewPageAsync();
        if (url is not null)
        {
            await page.GotoAsync(url);
        }

        return page;
    }

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("NARU_TEST_CHROMIUM")
                ?? s_usualPlaces.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("No Chromium: install it, or name it in NARU_TEST_CHROMIUM."),
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
}

/// <summary>One browser for all tests of the collection.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
