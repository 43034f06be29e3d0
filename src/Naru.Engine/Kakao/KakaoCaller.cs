using System.Net;
using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>Who calls <c>kapi</c>: an app, and the person whose token or id it brought.</summary>
/// <param name="Person">Null for calls that are the app's own.</param>
/// <param name="Connection">Of the person; null where they are not connected.</param>
/// <param name="Token">Null where an admin key named the person.</param>
public sealed record KakaoCaller(DevelopersApp App, AppKeyKind Key, Person? Person, Connection? Connection, LoginToken? Token);

/// <summary>Where a call comes from, as far as it says so.</summary>
/// <param name="Origin">Of the <c>KA</c> header; its form depends on <paramref name="Os"/>.</param>
public sealed record CallSource(IPAddress? Address, string? Os, string? Origin)
{
    /// <summary>Reads <c>sdk/2.7.2 os/javascript … origin/http%3A%2F%2F…</c>.</summary>
    public static CallSource Read(IPAddress? address, string? ka)
    {
        string? os = null, origin = null;
        foreach (var pair in (ka ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var slash = pair.IndexOf('/', StringComparison.Ordinal);
            switch (slash < 0 ? "" : pair[..slash])
            {
                case "os":
                    os = pair[(slash + 1)..];
                    break;
                case "origin":
                    origin = Uri.UnescapeDataString(pair[(slash + 1)..]);
                    break;
                default:
                    break;
            }
        }

        return new CallSource(address, os, origin);
    }
}

/// <summary>Whether a caller may call at all (contracts/kakao-developers.md §2, code -401).</summary>
public static class CallerRule
{
    /// <summary>The longest token that is looked at.</summary>
    public const int MaxToken = 512;

    public static KakaoFault? CheckToken(KakaoDirectory directory, string text, out LoginToken? token)
    {
        token = text.Length > MaxToken ? null : directory.FindToken(text);
        return text.Length > MaxToken ? KakaoFault.TokenTooLong
            : token is null || token.IsRefresh ? KakaoFault.NoToken
            : token.ExpiresAt <= directory.Now ? KakaoFault.ExpiredToken
            : null;
    }

    public static KakaoFault? CheckSource(DevelopersApp app, CallSource source) =>
        app.Suspended ? KakaoFault.Suspended
        : !IsAllowedAddress(app, source.Address) ? KakaoFault.Unauthorised($"ip mismatched! callerIp={source.Address}. check out registered ips.")
        : source.Origin is not { Length: > 0 } origin || !app.ChecksDomains ? null
        : source.Os switch
        {
            "javascript" when !WebDomain.IsRegistered(app, origin) => KakaoFault.Unauthorised($"domain mismatched! caller={origin}. check out registered web domains."),
            var os when os?.StartsWith("android", StringComparison.Ordinal) == true && app.AndroidKeyHashes.Count > 0 && !app.AndroidKeyHashes.Contains(origin, StringComparer.Ordinal) =>
                KakaoFault.Unauthorised($"android keyhash mismatched! caller={origin}. check out registered keyhash."),
            var os when os?.StartsWith("ios", StringComparison.Ordinal) == true && app.IosBundleIds.Count > 0 && !app.IosBundleIds.Contains(origin, StringComparer.Ordinal) =>
                KakaoFault.Unauthorised($"ios bundle id mismatched! caller={origin}. check out registered bundle id."),
            _ => null,
        };

    /// <summary>Restricted and dormant accounts, and those too young for the app.</summary>
    public static KakaoFault? CheckPerson(DevelopersApp app, Person person, DateTimeOffset now) => person.State switch
    {
        AccountState.Restricted => KakaoFault.Restricted,
        AccountState.Dormant => KakaoFault.NoAccount,
        _ when app.LeastAge == 0 => null,
        _ when person.BirthYear == 0 => KakaoFault.AgeNeeded,
        _ => now.Year - person.BirthYear < app.LeastAge ? KakaoFault.UnderAge : null,
    };

    /// <summary>The first reason why the person's consents do not carry the call.</summary>
    public static KakaoFault? CheckScopes(DevelopersApp app, Connection connection, string apiType, params IReadOnlyList<string> scopes)
    {
        if (scopes.FirstOrDefault(scope => app.LevelOf(scope) == ConsentLevel.Off) is { } off)
        {
            return KakaoFault.Disabled(app.Name, off, apiType);
        }

        string[] missing = [.. scopes.Where(scope => !connection.Has(scope))];
        return missing.Length > 0 ? KakaoFault.InsufficientScopes(apiType, missing, [.. ConsentItem.All.Where(item => connection.Has(item.Id)).Select(item => item.Id)]) : null;
    }

    private static bool IsAllowedAddress(DevelopersApp app, IPAddress? address)
    {
        if (app.AllowedIps.Count == 0 || address is null)
        {
            return true;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return app.AllowedIps.Any(text => IPNetwork.TryParse(text, out var network) ? network.Contains(plain) : IPAddress.TryParse(text, out var one) && one.Equals(plain));
    }
}
