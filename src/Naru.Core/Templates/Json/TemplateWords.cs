namespace Naru.Core.Templates.Json;

/// <summary>KakaoTalk's words for message types and emphases, in both directions.</summary>
internal static class TemplateWords
{
    public static readonly IReadOnlyDictionary<string, TemplateKind> Kinds = new Dictionary<string, TemplateKind>(StringComparer.Ordinal)
    {
        ["BA"] = TemplateKind.Basic, ["EX"] = TemplateKind.Extra, ["AD"] = TemplateKind.AddChannel, ["MI"] = TemplateKind.Mixed,
    };

    public static readonly IReadOnlyDictionary<string, Emphasis> Emphases = new Dictionary<string, Emphasis>(StringComparer.Ordinal)
    {
        ["NONE"] = Emphasis.None, ["TEXT"] = Emphasis.Text, ["IMAGE"] = Emphasis.Image, ["ITEM_LIST"] = Emphasis.ItemList,
    };

    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) => words.First(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Key;
}
