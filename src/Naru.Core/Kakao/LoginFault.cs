namespace Naru.Core.Kakao;

/// <summary>An error of Kakao Login (contracts/kakao-developers.md §3). Where the contract names no <c>error</c>, it is OAuth's word for the case.</summary>
/// <param name="Code">Such as <c>KOE320</c>.</param>
/// <param name="Error">OAuth's word.</param>
public sealed record LoginFault(string Code, string Error, string Description, int Status = 400)
{
    public static readonly LoginFault Malformed = new("KOE001", "invalid_request", "the request is malformed");
    public static readonly LoginFault WrongUrl = new("KOE002", "invalid_request", "there is no such path", 404);
    public static readonly LoginFault Trouble = new("KOE003", "server_error", "temporary error of the oauth server", 500);
    public static readonly LoginFault LoginOff = new("KOE004", "access_denied", "kakao login is not activated for this app");
    public static readonly LoginFault NotAMember = new("KOE005", "access_denied", "this is a test app, and the user is not a member of it");
    public static readonly LoginFault UnknownRedirect = new("KOE006", "invalid_request", "the redirect_uri is not registered");
    public static readonly LoginFault UnknownLogoutRedirect = new("KOE007", "invalid_request", "the logout_redirect_uri is not registered");
    public static readonly LoginFault WrongKey = new("KOE008", "invalid_client", "this kind of app key cannot be used here");
    public static readonly LoginFault Misconfigured = new("KOE009", "misconfigured", "invalid android_key_hash or ios_bundle_id or web_site_url");
    public static readonly LoginFault BadSecret = new("KOE010", "invalid_client", "Bad client credentials", 401);
    public static readonly LoginFault BadKey = new("KOE101", "invalid_client", "Not exist client_id");
    public static readonly LoginFault NoChannel = new("KOE102", "invalid_client", "channel_public_id is given, but no channel is linked to the app");
    public static readonly LoginFault BadResponseType = new("KOE201", "invalid_request", "response_type must be code");
    public static readonly LoginFault Implicit = new("KOE202", "invalid_request", "implicit grant is not allowed");
    public static readonly LoginFault ConsentMissing = new("KOE203", "consent_required", "a required consent was not given");
    public static readonly LoginFault BadGrant = new("KOE310", "unsupported_grant_type", "grant_type must be authorization_code or refresh_token");
    public static readonly LoginFault RateLimited = new("KOE237", "invalid_request", "token request rate limit exceeded");
    public static readonly LoginFault RedirectDiffers = new("KOE303", "invalid_grant", "Redirect URI mismatch.");
    public static readonly LoginFault RefreshMissing = new("KOE319", "invalid_grant", "refresh_token is not passed");
    public static readonly LoginFault BadRefresh = new("KOE322", "invalid_grant", "expired_or_invalid_refresh_token");

    public static LoginFault BadParameter(string name) => new("KOE204", "invalid_request", $"invalid parameter: {name}");

    public static LoginFault ScopeOff(string scopes) => new("KOE205", "invalid_scope", $"the consent items are not set up for this app: {scopes}");

    public static LoginFault MissingParameter(string name) => new("KOE207", "invalid_request", $"missing parameter: {name}");

    /// <summary>Used, expired or unknown; a proof key that does not fit is told in the same words.</summary>
    public static LoginFault BadCode(string code) => new("KOE320", "invalid_grant", $"authorization code not found for code={code}");

    /// <summary>One of each code of the contract.</summary>
    public static readonly IReadOnlyList<LoginFault> All =
    [
        Malformed, WrongUrl, Trouble, LoginOff, NotAMember, UnknownRedirect, UnknownLogoutRedirect, WrongKey, Misconfigured, BadSecret, BadKey, NoChannel, BadResponseType,
        Implicit, ConsentMissing, BadParameter("-"), ScopeOff("-"), MissingParameter("-"), RateLimited, RedirectDiffers, BadGrant, RefreshMissing, BadCode("-"), BadRefresh,
    ];
}
