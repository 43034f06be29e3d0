using System.Text.RegularExpressions;
using Naru.Core.Templates.Linting;

namespace Naru.Core.Templates;

/// <summary>
/// The couriers whose deliveries KakaoTalk tracks, as a DS button finds them in a text: the courier's name, and a number in one of its patterns
/// (rules §1.3, of NHN's troubleshooting page). The list changes with KakaoTalk's contracts.
/// </summary>
public static class Couriers
{
    /// <summary>A number of theirs makes KakaoTalk deliver without the button.</summary>
    public const string WithoutButton = "CJ대한통운";

    private static readonly (string Name, string Written, string Waybill)[] s_table =
    [
        (WithoutButton, "CJ\\s*대한통운|대한통운", "\\d{10}|\\d{12}"),
        ("우체국", "우체국", "\\d{13}|\\d{6}[-_]\\d{7}"),
        ("로젠", "로젠", "\\d{11}|\\d{3}[-_]\\d{4}[-_]\\d{4}"),
        ("일양로지스", "일양\\s*로지스|일양택배", "\\d{9,11}"),
        ("FedEx", "FedEx|페덱스", "\\d{12}"),
        ("한진", "한진", "\\d{10}|\\d{12}"),
        ("경동", "경동", "\\d{9,16}|\\d{4}-\\d{3}-\\d{6}"),
        ("합동", "합동", "\\d{9,16}"),
        ("롯데", "롯데\\s*(택배|글로벌|로지스)", "\\d{12}|\\d{4}-\\d{4}-\\d{4}"),
        ("농협", "농협", "\\d{12}"),
        ("호남", "호남", "\\d{10}"),
        ("천일", "천일", "\\d{11}"),
        ("대신", "대신\\s*택배", "\\d{13}"),
        ("건영", "건영", "\\d{10}"),
        ("CU편의점", "CU\\s*편의점", "\\d{10}|\\d{12}|\\d{4}[-_]\\d{4}[-_]\\d{4}"),
        ("CVSnet편의점", "CVSnet", "\\d{10}|\\d{12}|\\d{4}[-_]\\d{4}[-_]\\d{4}"),
        ("한덱스", "한덱스", "\\d{10}|\\d{14}"),
        ("TNT Express", "TNT", "\\d{8,9}"),
    ];

    private static readonly Courier[] s_couriers =
        [.. s_table.Select(row => new Courier(row.Name, Phrases.Regex(row.Written), Phrases.Regex($"(^|[^\\d_-])({row.Waybill})($|[^\\d_-])")))];

    public static IReadOnlyList<string> Names { get; } = [.. s_table.Select(row => row.Name)];

    /// <summary>The first courier that the text names; null where it names none.</summary>
    public static string? Named(string text) => s_couriers.FirstOrDefault(courier => courier.Written.IsMatch(text))?.Name;

    /// <summary>Whether the text holds a courier's name and a number in that courier's pattern.</summary>
    public static bool IsTrackable(string text) => s_couriers.Any(courier => courier.Written.IsMatch(text) && courier.Waybill.IsMatch(text));

    private sealed record Courier(string Name, Regex Written, Regex Waybill);
}
