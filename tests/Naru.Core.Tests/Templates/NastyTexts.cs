using FsCheck;
using FsCheck.Fluent;

namespace Naru.Core.Tests.Templates;

/// <summary>
/// Templates and texts over two letters: literals repeat, hold one another, stand in values, are empty, and variables stand side by side. Everything that
/// can be taken for something else is.
/// </summary>
internal static class NastyTexts
{
    public static readonly Gen<string> Pieces = Gen.Elements('a', 'a', 'a', 'b').ListOf().Select(string.Concat).Resize(8);

    public static readonly Gen<string> Templates =
        from first in Pieces
        from rest in Pieces.ListOf().Resize(8)
        select first + string.Concat(rest.Select((literal, i) => $"#{{v{i}}}{literal}"));

    public static readonly Gen<string> Texts = Pieces.ListOf().Select(string.Concat).Resize(8);

    /// <summary>A template, a text that may or may not be made from it, and something more.</summary>
    public static Gen<(string Template, string Text, T More)> Pairs<T>(Gen<T> more) =>
        from template in Templates
        from text in Texts
        from other in more
        select (template, text, other);
}
