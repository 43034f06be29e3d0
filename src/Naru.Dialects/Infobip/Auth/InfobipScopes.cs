namespace Naru.Dialects.Infobip.Auth;

/// <summary>The scopes of each operation: one of a list is enough (contracts/infobip.md §1).</summary>
internal static class InfobipScopes
{
    /// <summary>Sends and delivery reports.</summary>
    public static readonly IReadOnlyList<string> Messages = ["message:send", "kakao:message:send", "kakao:manage"];

    public static readonly IReadOnlyList<string> Logs = ["kakao:logs:read", "kakao:manage"];

    /// <summary>Sends and delivery reports of texts.</summary>
    public static readonly IReadOnlyList<string> Texts = ["message:send", "sms:message:send", "sms:manage"];

    public static readonly IReadOnlyList<string> TextLogs = ["sms:logs:read", "sms:manage"];

    /// <summary>To see how a bulk stands. The vendor names those of SMS; our bulks are of KakaoTalk messages.</summary>
    public static readonly IReadOnlyList<string> Bulks = ["sms:message:send", "sms:manage", "kakao:message:send", "kakao:manage"];

    public static readonly IReadOnlyList<string> ManageBulks = ["sms:manage", "kakao:manage"];

    /// <summary>Sends and delivery reports over OMNI.</summary>
    public static readonly IReadOnlyList<string> Omni = ["message:send", "omni-failover:message:send", "omni-failover:manage"];

    public static readonly IReadOnlyList<string> OmniLogs = ["omni-failover:logs:read", "omni-failover:manage"];

    public static readonly IReadOnlyList<string> Scenarios = ["omni-failover:manage"];

    public static readonly IReadOnlyList<string> BrandTemplates = ["kakao:manage"];

    public static readonly IReadOnlyList<string> Platform = ["application-entity:manage"];
}
