using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Senders;

namespace Naru.Core.Provisioning;

/// <summary>
/// What a reviewer finds in a sender. KakaoTalk publishes no list (inferred): the name must be one, and not KakaoTalk's own or an advertisement; the
/// administrator must be reachable. Pure.
/// </summary>
public static class SenderReview
{
    private static readonly string[] s_notYours = ["카카오", "kakao"];
    private static readonly string[] s_advertising = ["(광고)", "[광고]", "무료증정", "100% 당첨"];

    /// <summary>What stands against it; empty = it is approved.</summary>
    public static IReadOnlyList<BilingualText> Of(SenderDetails details)
    {
        var findings = new List<BilingualText>();
        if (!details.Name.Any(char.IsLetterOrDigit))
        {
            findings.Add(new("채널 이름에 글자나 숫자가 없습니다.", "The name has no letter and no digit."));
        }

        if (s_notYours.Any(word => details.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            findings.Add(new("채널 이름이 카카오의 것처럼 보입니다. ‘카카오’와 ‘kakao’는 쓸 수 없습니다.", "The name looks like Kakao's own: it must not contain ‘카카오’ or ‘kakao’."));
        }

        if (s_advertising.Any(word => details.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            findings.Add(new("채널 이름에 광고 문구가 있습니다.", "The name contains advertising words."));
        }

        if (details.AdminPhone is not { } phone || !Recipient.Parse(phone).IsPhone)
        {
            findings.Add(new("관리자 전화번호가 전화번호가 아닙니다.", "The administrator's phone is no phone number."));
        }

        if (details.CategoryCode is not { Length: 11 })
        {
            findings.Add(new("업종 분류가 빠졌습니다.", "The category is missing."));
        }

        return findings;
    }
}
