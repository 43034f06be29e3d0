using Naru.Engine.Registry;

namespace Naru.Engine.Kakao;

/// <summary>Tokens for changes that are being made.</summary>
public sealed partial class KakaoDirectory
{
    /// <summary>32 bytes of chance.</summary>
    private const int TokenBytes = 32;

    /// <summary>A new token, added to the change. The text is seen this once.</summary>
    /// <param name="openIdAuthAt">When the person logged in, where the login asked for an id token.</param>
    public string AddToken(KakaoChange change, long app, long person, bool isRefresh, string login, bool isNative, TimeSpan lifetime, DateTimeOffset? openIdAuthAt)
    {
        var text = NewSecret(TokenBytes);
        change.Tokens.Add(new LoginToken(Secrets.HashKey(text), app, person, isRefresh, login, isNative, Now, Now + lifetime) { OpenId = openIdAuthAt is not null, AuthAt = openIdAuthAt ?? Now });
        return text;
    }

    public string AddCode(KakaoChange change, LoginAsk ask, long person, TimeSpan lifetime)
    {
        var text = NewSecret(TokenBytes);
        change.Codes.Add(new LoginCode(Secrets.HashKey(text), ask.App.Id, person, ask.RedirectUri, ask.Challenge, ask.Key == AppKeyKind.Native, Now + lifetime)
        {
            OpenId = ask.OpenId,
            Nonce = ask.Nonce,
            AuthAt = Now,
        });
        return text;
    }

    /// <summary>What a person's tokens for an app are, to be removed with a login (<paramref name="login"/>) or all of them (null).</summary>
    public IEnumerable<string> TokensOf(long app, long person, string? login) =>
        _tokens.Values.Where(token => token.App == app && token.Person == person && (login is null || token.Login == login)).Select(token => token.Hash);

    /// <summary>Tokens that ended a day ago or more: until then they are answered as expired, afterwards as unknown. And codes that ended.</summary>
    public void SweepTokens(KakaoChange change, long app, long person)
    {
        change.RemovedTokens.AddRange(_tokens.Values.Where(token => token.App == app && token.Person == person && token.ExpiresAt < Now.AddDays(-1)).Select(token => token.Hash));
        change.RemovedCodes.AddRange(_codes.Values.Where(code => code.ExpiresAt < Now).Select(code => code.Hash));
    }
}
