using System.Text.RegularExpressions;
using Naru.Core.Results;

namespace Naru.Core.Templates.Linting;

/// <summary>
/// Words that reviewers reject. Not single words: "할인" in a bill, "무료" in a contract, "쿠폰" in a receipt are information. It is the phrase that urges
/// or offers which makes an advertisement.
/// </summary>
/// <param name="Urging">The phrases.</param>
internal sealed record Wording(LintRule Rule, Regex Urging, BilingualText Explanation, BilingualText Mend)
{
    /// <summary>Phrases of bills and receipts: an urging one that overlaps with such a phrase is none.</summary>
    public Regex? Calm { get; init; }

    /// <summary>Messages in which the phrase is allowed.</summary>
    public Func<WordingContext, bool> Excused { get; init; } = static _ => false;

    /// <summary>The first phrase that urges.</summary>
    public Match? In(string text)
    {
        var calm = Calm?.Matches(text);
        foreach (Match match in Urging.Matches(text))
        {
            if (calm is null || !calm.Any(other => other.Index < match.Index + match.Length && match.Index < other.Index + other.Length))
            {
                return match;
            }
        }

        return null;
    }
}

/// <summary>What a message is, as far as its words tell.</summary>
internal sealed class WordingContext
{
    private static readonly Regex s_joined = Phrases.Regex(@"가입[^\n]{0,14}(감사|환영|완료|축하)|(welcome|thank)[^\n]{0,40}(sign|join|regist)");

    private static readonly Regex s_grounds = Phrases.Regex(@"이\s*메[시세]지는[^\n]{0,80}(메[시세]지|발송)");

    private static readonly Regex s_consent = Phrases.Regex(@"수신\s*동의");

    public WordingContext(TemplateDetails template)
    {
        IsWelcome = s_joined.IsMatch(template.Text);
        HasGrounds = s_grounds.IsMatch(template.Text) || (template.Extra is { } extra && s_grounds.IsMatch(extra));
        IsConsentNotice = s_consent.IsMatch(template.Text);
    }

    /// <summary>A message to somebody who just joined may say what members get (KakaoTalk's white list, 회원가입 (2)).</summary>
    public bool IsWelcome { get; }

    /// <summary>It says why it is sent, as the white list asks for points and coupons: "이 메시지는 … 지급된 쿠폰 안내 메시지입니다".</summary>
    public bool HasGrounds { get; }

    /// <summary>The law's notice of the consent to advertisements (white list, 기타 (12)).</summary>
    public bool IsConsentNotice { get; }
}
