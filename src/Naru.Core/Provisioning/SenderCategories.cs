using System.Collections.Frozen;

namespace Naru.Core.Provisioning;

/// <summary>
/// What a channel's business is, in KakaoTalk's words: a tree of three levels whose codes have 3, 4 and 4 digits, 11 in all (rules §1.1).
/// </summary>
public static partial class SenderCategories
{
    public const int TopDigits = 3;
    public const int MidDigits = 4;
    public const int SubDigits = 4;

    private static readonly FrozenDictionary<string, string> s_names;

    static SenderCategories()
    {
        All = Read(Tree.Split('\n').Select(line => line.TrimEnd('\r')));
        s_names = All.SelectMany(static top => top.Subcategories.SelectMany(mid => mid.Subcategories.Select(sub =>
                KeyValuePair.Create(top.Code + mid.Code + sub.Code, $"{top.Name} > {mid.Name} > {sub.Name}"))))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The top level, in the order of the codes.</summary>
    public static IReadOnlyList<SenderCategory> All { get; }

    /// <param name="code">Eleven digits.</param>
    public static bool Exists(string code) => s_names.ContainsKey(code);

    /// <summary>The three names with <c>&gt;</c> between; null where there is no such category.</summary>
    /// <param name="code">Eleven digits.</param>
    public static string? NameOf(string code) => s_names.GetValueOrDefault(code);

    private static List<SenderCategory> Read(IEnumerable<string> lines)
    {
        var tops = new List<SenderCategory>();
        foreach (var line in lines)
        {
            var depth = line.Length - line.TrimStart(' ').Length;
            var words = line.Trim().Split(' ', 2);
            var level = (depth / 2) + 1;
            var siblings = level switch
            {
                1 => tops,
                2 => (List<SenderCategory>)tops[^1].Subcategories,
                _ => (List<SenderCategory>)tops[^1].Subcategories[^1].Subcategories,
            };
            var parent = level switch { 1 => "", 2 => tops[^1].Code, _ => tops[^1].Subcategories[^1].Code };
            siblings.Add(new SenderCategory(parent, level, words[0], words[1], new List<SenderCategory>()));
        }

        return tops;
    }
}

/// <param name="ParentCode">Of the level above alone; empty on the top.</param>
/// <param name="Depth">1 to 3.</param>
/// <param name="Code">Of this level alone.</param>
/// <param name="Name">Korean: KakaoTalk has no other.</param>
/// <param name="Subcategories">Empty on the third level.</param>
public sealed record SenderCategory(string ParentCode, int Depth, string Code, string Name, IReadOnlyList<SenderCategory> Subcategories);
