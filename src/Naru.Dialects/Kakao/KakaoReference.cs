using Naru.Engine.Reference;

namespace Naru.Dialects.Kakao;

/// <summary>What the descriptions of the Kakao Developers door have in common (contracts/kakao-developers.md §1, §2). Bodies are the vendor's.</summary>
internal static class KakaoReference
{
    private static readonly Uri s_page = new("https://developers.kakao.com/docs/latest/en/rest-api/reference");

    private static readonly AuthScheme s_token = new("kakaoToken", AuthSchemeKind.Bearer, "The access token of `POST /oauth/token`; the query's `access_token` is read too.");

    private static readonly AuthScheme s_key = new("kakaoKey", AuthSchemeKind.Header, "`KakaoAK ` and an app key; the admin key together with `target_id`, where a person is meant.");

    private static readonly Body s_form = new("application/x-www-form-urlencoded", Required: false);

    public static readonly Operation Token = new("Get or refresh tokens of Kakao Login")
    {
        Details = "Grants `authorization_code` and `refresh_token`. A new `refresh_token` comes only when the old one is near its end.",
        VendorPage = s_page,
        Body = s_form,
        Answers = [Answer.VendorJson(200, "Tokens with their lifetimes in seconds."), Answer.VendorJson(400, "An error with its KOE code."), Answer.VendorJson(401, "KOE010: the client secret is missing or wrong."), Answer.VendorJson(500, "KOE003.")],
    };

    /// <summary>One of the login host that needs no credential.</summary>
    public static Operation Open(string summary, string found, params IReadOnlyList<Parameter> parameters) => new(summary)
    {
        VendorPage = s_page,
        Parameters = parameters,
        Answers = [Answer.VendorJson(200, found), Answer.VendorJson(400, "An error with its KOE code."), Answer.VendorJson(500, "KOE003.")],
    };

    /// <summary>An operation of a person's.</summary>
    public static Operation OfUser(string summary, string found, params IReadOnlyList<Parameter> parameters) => Describe(summary, found, [s_token, s_key], parameters);

    /// <summary>One that takes a token only.</summary>
    public static Operation OfToken(string summary, string found, params IReadOnlyList<Parameter> parameters) => Describe(summary, found, [s_token], parameters);

    /// <summary>One that takes an app key only.</summary>
    public static Operation OfApp(string summary, string found, params IReadOnlyList<Parameter> parameters) => Describe(summary, found, [s_key], parameters);

    public static Operation WithForm(this Operation operation) => operation with { Body = s_form };

    public static Operation WithFile(this Operation operation) => operation with { Body = new Body("multipart/form-data") };

    private static Operation Describe(string summary, string found, IReadOnlyList<AuthScheme> security, IReadOnlyList<Parameter> parameters) => new(summary)
    {
        VendorPage = s_page,
        Parameters = parameters,
        Answers =
        [
            Answer.VendorJson(200, found),
            Answer.VendorJson(400, "`msg` and `code`: a parameter (-2), a quota (-10, -53x), a receiver (-50x), a picture (-60x)."),
            Answer.VendorJson(401, "-401: the key or token is not good, or the caller is not registered."),
            Answer.VendorJson(403, "-3, -4, -5, -12, or -402 with `api_type`, `required_scopes` and `allowed_scopes`."),
            Answer.VendorJson(503, "-9798: maintenance."),
        ],
        Security = security,
    };
}
