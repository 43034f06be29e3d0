namespace Naru.Server.Tests.Browser;

public sealed class ChromiumTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_Korean_page_is_drawn_with_a_font_that_has_Hangul()
    {
        var page = await chromium.OpenPageAsync();
        await page.SetContentAsync(
            """
            <html lang="ko"><body style="font-size: 40px">
              <span id="hangul">가</span> <span id="other">한</span> <span id="missing">&#x10FFFD;</span>
            </body></html>
            """);

        var (one, another, missing) = (await WidthAsync("#hangul"), await WidthAsync("#other"), await WidthAsync("#missing"));

        one.ShouldBeInRange(30, 45, "a Hangul syllable is about as wide as it is high");
        another.ShouldBe(one, "Hangul syllables share one width");
        missing.ShouldNotBe(one, "the box drawn for a missing glyph is narrower");

        async Task<double> WidthAsync(string selector) =>
            await page.Locator(selector).EvaluateAsync<double>("element => element.getBoundingClientRect().width");
    }
}
