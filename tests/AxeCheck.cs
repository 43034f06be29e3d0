using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Naru.Tests;

/// <summary>
/// A page as whoever cannot see it well has it: WCAG 2.2 A and AA and good practice, as far as axe can see them. Run in the page itself: no page here has frames, which is
/// all that the slower way through a second page is for.
/// </summary>
internal static class AxeCheck
{
    private const string Run =
        """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
          });
          const faults = found.violations.map((fault) => `${fault.id} ${fault.help}: ${fault.nodes.map((node) => node.html).join(' | ')}`);
          return found.passes.length > 0 && frames.length === 0 ? faults : ['nothing was looked at, or a frame was not', ...faults];
        }
        """;

    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    public static async Task ShouldPassAxeAsync(this IPage page, string name)
    {
        await page.EvaluateAsync(s_axe);
        (await page.EvaluateAsync<string[]>(Run)).Select(fault => $"{name}: {fault}").ShouldBeEmpty();
    }
}
