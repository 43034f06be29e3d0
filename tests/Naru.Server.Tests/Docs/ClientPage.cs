using System.Text.RegularExpressions;
using Naru.Tests;

namespace Naru.Server.Tests.Docs;

/// <summary>A page that says how to point a client at Naru.</summary>
/// <param name="Path">From the root of the checkout.</param>
internal sealed partial record ClientPage(string Path, string Text)
{
    public const string Index = "docs/clients.md";

    /// <summary>The index, then one page for each SDK.</summary>
    public static IReadOnlyList<ClientPage> All { get; } =
    [
        Read(Index),
        .. Directory.EnumerateFiles(Checkout.PathOf("docs/clients"), "*.md").Order(StringComparer.Ordinal).Select(file => Read("docs/clients/" + System.IO.Path.GetFileName(file))),
    ];

    public static ClientPage Named(string name) => All.Single(page => page.Path == $"docs/clients/{name}.md");

    /// <summary>The code of the fences with this language, in the order of the page.</summary>
    public IReadOnlyList<string> Code(string language) =>
        [.. Fence().Matches(Text).Where(fence => fence.Groups["language"].Value == language).Select(fence => fence.Groups["code"].Value)];

    /// <summary>Links to files of the checkout: the file from the root, and the heading where one is named.</summary>
    public IEnumerable<(string File, string Anchor)> Links()
    {
        foreach (Match link in Link().Matches(Text))
        {
            var (file, anchor) = (link.Groups["file"].Value, link.Groups["anchor"].Value);
            if (!file.Contains("://", StringComparison.Ordinal))
            {
                var folder = Path[..Path.LastIndexOf('/')];
                yield return (file.Length == 0 ? Path : System.IO.Path.GetRelativePath(Checkout.Root, Checkout.PathOf($"{folder}/{file}")), anchor);
            }
        }
    }

    /// <summary>The headings as links name them.</summary>
    public static IReadOnlyList<string> AnchorsOf(string file) =>
        [.. Heading().Matches(File.ReadAllText(Checkout.PathOf(file))).Select(heading => Punctuation().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    /// <summary>The value in a table of two columns.</summary>
    public string Value(string name) =>
        Regex.Match(Text, $@"^\| {Regex.Escape(name)} \| `(?<value>.+)` \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    private static ClientPage Read(string path) => new(path, File.ReadAllText(Checkout.PathOf(path)));

    [GeneratedRegex(@"^```(?<language>[a-z]+)\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<file>[^)#\s]*)(#(?<anchor>[^)]*))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>[^\r\n]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
