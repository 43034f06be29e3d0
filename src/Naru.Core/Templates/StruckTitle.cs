namespace Naru.Core.Templates;

/// <summary>
/// The mark <c>\s</c> that strikes a title through. It may end the emphasised title and the highlight's title of a message, whatever their template
/// says, and is not counted (KakaoTalk's production guide, 2-4); in a registered template it may not stand (NHN −3047). Elsewhere it is text
/// like any other.
/// </summary>
public static class StruckTitle
{
    public const string Mark = @"\s";

    public static bool IsStruck(string title) => title.EndsWith(Mark, StringComparison.Ordinal);

    /// <summary>The title as it is compared, counted and shown.</summary>
    public static string Plain(string title) => IsStruck(title) ? title[..^Mark.Length] : title;
}
