using System.Text.Json;
using Naru.Core.Templates.Json;
using Naru.Tests;

namespace Naru.Core.Tests.Templates;

/// <summary>The templates of <c>tests/Contracts/templates</c>.</summary>
/// <param name="Source">A key of <c>sources.json</c>.</param>
/// <param name="Rule">That it breaks; null in an acceptable one.</param>
public sealed record CorpusTemplate(string Id, string Source, string? Rule, JsonElement Json)
{
    public TemplateReading Reading { get; } = TemplateJson.Read(Json);

    public static IReadOnlyList<CorpusTemplate> Acceptable { get; } = Read("acceptable.json");

    public static IReadOnlyList<CorpusTemplate> Broken { get; } = Read("broken.json");

    public static IReadOnlyList<string> Sources { get; } = [.. Parse("sources.json").EnumerateObject().Select(source => source.Name)];

    public override string ToString() => Id;

    private static CorpusTemplate[] Read(string file) =>
    [
        .. Parse(file).EnumerateArray().Select(entry => new CorpusTemplate(
            entry.GetProperty("id").GetString()!,
            entry.GetProperty("source").GetString()!,
            entry.TryGetProperty("rule", out var rule) ? rule.GetString() : null,
            entry.GetProperty("template"))),
    ];

    private static JsonElement Parse(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf($"tests/Contracts/templates/{file}")));
        return json.RootElement.Clone();
    }
}
