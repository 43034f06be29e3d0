using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Kakao;

/// <summary>What the Kakao Developers door has of the origin (contracts/kakao-developers.md §1): the paths of kauth, kapi and sharer do not collide.</summary>
internal static class KakaoPaths
{
    public const string Token = "/oauth/token";

    public const string TokenInfo = "/oauth/tokeninfo";

    /// <summary>How a login in a window of its own ended.</summary>
    public const string Outcome = "/apiweb/code.json";

    public const string UserInfo = "/v1/oidc/userinfo";

    public const string Keys = "/.well-known/jwks.json";

    public const string Configuration = "/.well-known/openid-configuration";

    /// <summary>Everything of kapi that no other door has under <c>/v1</c> and <c>/v2</c>.</summary>
    private static readonly string[] s_api = ["/v1/user", "/v2/user", "/v1/api/talk", "/v2/api/talk", "/v2/api/kakaolink", "/v1/friends", "/v1/app/validate", "/v1/oidc"];

    public static bool IsLogin(PathString path) => path.StartsWithSegments("/oauth", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Outcome, StringComparison.OrdinalIgnoreCase);

    public static bool IsApi(PathString path) => Array.Exists(s_api, prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<string> ApiPrefixes => s_api;
}
