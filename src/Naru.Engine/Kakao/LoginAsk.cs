using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>A request for <c>/oauth/authorize</c> that may be shown to a person.</summary>
/// <param name="Scopes">Asked for on top of what the app's consent items say; legacy names split up.</param>
/// <param name="Challenge">PKCE, S256.</param>
public sealed record LoginAsk(
    DevelopersApp App, AppKeyKind Key, string RedirectUri, string? State, IReadOnlyList<string> Scopes, IReadOnlyList<string> Prompts, string? Challenge)
{
    /// <summary>The longest nonce, in characters.</summary>
    private const int MaxNonce = 1024;

    /// <summary>Not a consent item, but what asks for an id token.</summary>
    private const string OpenIdScope = "openid";

    private static readonly char[] s_separators = [',', ' '];

    /// <summary>The longest number of a login window, in characters; the JavaScript SDK's have 60.</summary>
    private const int MaxTransaction = 256;

    /// <summary>The JavaScript SDK's own word for "no redirect": its page asks.</summary>
    public const string JavaScriptRedirect = "JS-SDK";

    /// <summary>The JavaScript SDK 1.x's own word for "tell my frame".</summary>
    public const string FrameRedirect = "kakaojs";

    /// <summary>Where KakaoTalk would end a login that the JavaScript SDK 1.x began on Android; its page asks.</summary>
    public const string AfterTalkPath = "/cors/afterlogin.html";

    /// <summary>An id token is asked for.</summary>
    public bool OpenId { get; private init; }

    public LoginEnd End { get; private init; }

    /// <summary>By which the page asks for the outcome, where it is kept.</summary>
    public string Transaction { get; private init; } = "";

    /// <summary>The name of the frame that is told, where one is.</summary>
    public string Frame { get; private init; } = "";

    /// <summary>Given back in the id token.</summary>
    public string? Nonce { get; private init; }

    public bool Asks(string prompt) => Prompts.Contains(prompt, StringComparer.Ordinal);

    /// <summary>Reads the parameters in the order in which they can be wrong. A fault here is a page: nobody knows yet that the redirect URI is the app's.</summary>
    public static LoginAsk? Read(KakaoDirectory directory, Func<string, string?> parameter, out LoginFault? fault)
    {
        fault = Check(directory, parameter, out var ask);
        return fault is null ? ask : null;
    }

    private static LoginFault? Check(KakaoDirectory directory, Func<string, string?> parameter, out LoginAsk? ask)
    {
        ask = null;
        if (parameter("client_id") is not { } key)
        {
            return LoginFault.MissingParameter("client_id");
        }

        if (directory.FindKey(key) is not var (app, kind))
        {
            return LoginFault.BadKey;
        }

        if (kind == AppKeyKind.Admin)
        {
            return LoginFault.WrongKey;
        }

        if (!app.LoginOn || app.Suspended)
        {
            return LoginFault.LoginOff;
        }

        if (parameter("redirect_uri") is not { } redirect)
        {
            return LoginFault.MissingParameter("redirect_uri");
        }

        if (!IsRegistered(app, kind, redirect))
        {
            return LoginFault.UnknownRedirect;
        }

        var end = EndOf(kind, redirect, parameter);
        var transaction = parameter("auth_tran_id") ?? (IsAfterTalk(redirect) ? parameter("state") : null) ?? "";
        if (end == LoginEnd.Kept && transaction.Length is 0 or > MaxTransaction)
        {
            return transaction.Length == 0 ? LoginFault.MissingParameter("auth_tran_id") : LoginFault.BadParameter("auth_tran_id");
        }

        switch (parameter("response_type"))
        {
            case "code":
                break;
            case null:
                return LoginFault.MissingParameter("response_type");
            case "token":
                return LoginFault.Implicit;
            default:
                return LoginFault.BadResponseType;
        }

        if (parameter("channel_public_id") is not null && app.Channels.Count == 0)
        {
            return LoginFault.NoChannel;
        }

        var challenge = parameter("code_challenge");
        if (challenge is not null && parameter("code_challenge_method") is not (null or "S256"))
        {
            return LoginFault.BadParameter("code_challenge_method");
        }

        string[] scopes = [.. Words(parameter("scope")).SelectMany(ConsentItem.Expand).Distinct(StringComparer.Ordinal)];
        var openId = app.OpenIdOn && scopes.Contains(OpenIdScope);
        scopes = openId ? [.. scopes.Where(scope => scope != OpenIdScope)] : scopes;
        if (scopes.Where(scope => app.LevelOf(scope) == ConsentLevel.Off).ToArray() is { Length: > 0 } off)
        {
            return LoginFault.ScopeOff(string.Join(' ', off));
        }

        var nonce = parameter("nonce");
        if (nonce?.Length > MaxNonce)
        {
            return LoginFault.BadParameter("nonce");
        }

        ask = new LoginAsk(app, kind, redirect, parameter("state"), scopes, Words(parameter("prompt")), challenge)
        {
            OpenId = openId,
            Nonce = nonce,
            End = end,
            Transaction = transaction,
            Frame = end == LoginEnd.Opener ? parameter("proxy") ?? "" : "",
        };
        return null;
    }

    private static string[] Words(string? text) => text?.Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsRegistered(DevelopersApp app, AppKeyKind key, string redirect) =>
        app.RedirectUris.Contains(redirect, StringComparer.Ordinal)
        || (key == AppKeyKind.JavaScript && (redirect is JavaScriptRedirect or FrameRedirect || IsAfterTalk(redirect)))
        || (key == AppKeyKind.Native && redirect == $"kakao{app.Keys.Native}://oauth");

    /// <summary>A page that opened a window asks, whatever redirect URI it named; nobody is ever sent to the SDK's own words.</summary>
    private static LoginEnd EndOf(AppKeyKind key, string redirect, Func<string, string?> parameter) =>
        key != AppKeyKind.JavaScript ? LoginEnd.Redirect
        : redirect == FrameRedirect ? LoginEnd.Opener
        : redirect == JavaScriptRedirect || IsAfterTalk(redirect) || (parameter("is_popup") == "true" && parameter("auth_tran_id") is not null) ? LoginEnd.Kept
        : LoginEnd.Redirect;

    private static bool IsAfterTalk(string redirect) => Uri.TryCreate(redirect, UriKind.Absolute, out var uri) && uri.AbsolutePath == AfterTalkPath;
}
