using System.Collections.Frozen;

namespace Naru.Carriers.Http;

/// <summary>
/// A dealer's result codes in the words of our catalogue. What it does not list is kept as the dealer says it behind the dealer's name
/// (<c>solapi:3012</c>): so it is in no table, which the journey treats as a passing failure, and is not taken for KakaoTalk's code of the same number.
/// </summary>
internal sealed class ResultTable(string dealer, IEnumerable<KeyValuePair<string, string>> codes)
{
    /// <summary>KakaoTalk's own word for success.</summary>
    public const string Success = "0000";

    private readonly FrozenDictionary<string, string> _codes = codes.ToFrozenDictionary(StringComparer.Ordinal);

    public string Of(string raw) => _codes.GetValueOrDefault(raw) ?? Raw(raw);

    public string Raw(string raw) => $"{dealer}:{raw}";
}
