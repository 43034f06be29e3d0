using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao.OpenId;
using Naru.Engine.Registry;

namespace Naru.Engine.Kakao;

/// <summary>What <c>/oauth/token</c> gives.</summary>
/// <param name="Refresh">Null where the old one stays good.</param>
public sealed record IssuedTokens(string Access, int ExpiresIn, string? Refresh, int RefreshExpiresIn, string Scope)
{
    /// <summary>Of the id token; null where the login asked for none.</summary>
    public IdClaims? Id { get; init; }
}

/// <summary>Gives tokens for codes and for refresh tokens (contracts/kakao-developers.md §3).</summary>
public sealed class TokenDesk(KakaoDirectory directory, KakaoOptions options)
{
    private readonly ConcurrentDictionary<long, (long Minute, int Count)> _asked = new();

    public async ValueTask<(IssuedTokens? Tokens, LoginFault? Fault)> GiveAsync(Func<string, string?> field, CancellationToken cancellationToken)
    {
        var grant = field("grant_type");
        if (grant is null)
        {
            return (null, LoginFault.MissingParameter("grant_type"));
        }

        if (grant is not ("authorization_code" or "refresh_token"))
        {
            return (null, LoginFault.BadGrant);
        }

        if (CheckClient(field, out var app) is { } fault)
        {
            return (null, fault);
        }

        return grant == "refresh_token" ? await RefreshAsync(app!, field, cancellationToken) : await ExchangeAsync(app!, field, cancellationToken);
    }

    private LoginFault? CheckClient(Func<string, string?> field, out DevelopersApp? app)
    {
        app = null;
        if (field("client_id") is not { } key)
        {
            return LoginFault.MissingParameter("client_id");
        }

        if (directory.FindKey(key) is not var (found, kind))
        {
            return LoginFault.BadKey;
        }

        if (kind == AppKeyKind.Admin)
        {
            return LoginFault.WrongKey;
        }

        // Where none is set, one that comes is passed over: passport-kakao always sends one.
        if (found.ClientSecret is { } secret
            && !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(field("client_secret") ?? ""), Encoding.UTF8.GetBytes(secret)))
        {
            return LoginFault.BadSecret;
        }

        app = found;
        return !found.LoginOn || found.Suspended ? LoginFault.LoginOff : MayAsk(found.Id) ? null : LoginFault.RateLimited;
    }

    private bool MayAsk(long app)
    {
        var minute = directory.Now.ToUnixTimeSeconds() / 60;
        return _asked.AddOrUpdate(app, (minute, 1), (_, now) => now.Minute == minute ? (minute, now.Count + 1) : (minute, 1)).Count <= options.TokenRequestsPerMinute;
    }

    private async ValueTask<(IssuedTokens? Tokens, LoginFault? Fault)> ExchangeAsync(DevelopersApp app, Func<string, string?> field, CancellationToken cancellationToken)
    {
        if (field("code") is not { } text)
        {
            return (null, LoginFault.MissingParameter("code"));
        }

        IssuedTokens? tokens = null;
        LoginFault? fault = null;
        await directory.ChangeAsync(
            () =>
            {
                fault = Check(app, text, field, out var code);
                if (fault is not null || directory.FindConnection(app.Id, code!.Person) is not { } connection)
                {
                    fault ??= LoginFault.BadCode(text);
                    return null;
                }

                var change = new KakaoChange { RemovedCodes = { code.Hash } };
                var (login, access) = (directory.NewSecret(12), code.IsNative ? options.NativeAccessTokenLifetime : options.AccessTokenLifetime);
                DateTimeOffset? auth = code.OpenId ? code.AuthAt : null;
                tokens = new IssuedTokens(
                    directory.AddToken(change, app.Id, code.Person, isRefresh: false, login, code.IsNative, access, auth),
                    (int)access.TotalSeconds,
                    directory.AddToken(change, app.Id, code.Person, isRefresh: true, login, code.IsNative, options.RefreshTokenLifetime, auth),
                    (int)options.RefreshTokenLifetime.TotalSeconds,
                    ScopeOf(connection, code.OpenId))
                {
                    Id = ClaimsOf(connection, auth, code.Nonce, access),
                };
                return change;
            },
            cancellationToken);
        return (tokens, fault);
    }

    private LoginFault? Check(DevelopersApp app, string text, Func<string, string?> field, out LoginCode? code)
    {
        code = directory.FindCode(text);
        return code is null || code.App != app.Id || code.ExpiresAt <= directory.Now ? LoginFault.BadCode(text)
            : field("redirect_uri") is not { } redirect ? LoginFault.MissingParameter("redirect_uri")
            : redirect != code.RedirectUri ? LoginFault.RedirectDiffers
            : code.Challenge is { } challenge && challenge != Proof(field("code_verifier")) ? LoginFault.BadCode(text)
            : null;
    }

    private async ValueTask<(IssuedTokens? Tokens, LoginFault? Fault)> RefreshAsync(DevelopersApp app, Func<string, string?> field, CancellationToken cancellationToken)
    {
        if (field("refresh_token") is not { } text)
        {
            return (null, LoginFault.RefreshMissing);
        }

        IssuedTokens? tokens = null;
        await directory.ChangeAsync(
            () =>
            {
                var now = directory.Now;
                if (directory.FindToken(text) is not { IsRefresh: true } old || old.App != app.Id || old.ExpiresAt <= now
                    || directory.FindConnection(app.Id, old.Person) is not { } connection)
                {
                    return null;
                }

                var change = new KakaoChange();
                directory.SweepTokens(change, app.Id, old.Person);
                var lifetime = old.IsNative ? options.NativeAccessTokenLifetime : options.AccessTokenLifetime;
                DateTimeOffset? auth = old.OpenId ? old.AuthAt : null;
                var access = directory.AddToken(change, app.Id, old.Person, isRefresh: false, old.Login, old.IsNative, lifetime, auth);
                string? refresh = null;
                if (old.ExpiresAt - now < options.RefreshTokenRenewal)
                {
                    change.RemovedTokens.Add(old.Hash);
                    refresh = directory.AddToken(change, app.Id, old.Person, isRefresh: true, old.Login, old.IsNative, options.RefreshTokenLifetime, auth);
                }

                tokens = new IssuedTokens(access, (int)lifetime.TotalSeconds, refresh, (int)options.RefreshTokenLifetime.TotalSeconds, ScopeOf(connection, old.OpenId))
                {
                    Id = ClaimsOf(connection, auth, null, lifetime),
                };
                return change;
            },
            cancellationToken);
        return tokens is null ? (null, LoginFault.BadRefresh) : (tokens, null);
    }

    private IdClaims? ClaimsOf(Connection connection, DateTimeOffset? authAt, string? nonce, TimeSpan lifetime) =>
        authAt is { } at && directory.FindPerson(connection.Person) is { } person ? new IdClaims(connection, person, nonce, at, directory.Now, directory.Now + lifetime) : null;

    private static string ScopeOf(Connection connection, bool openId) =>
        string.Join(' ', ConsentItem.All.Where(item => connection.Has(item.Id)).Select(item => item.Id).Concat(openId ? ["openid"] : []));

    private static string? Proof(string? verifier) =>
        verifier is null ? null : System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
