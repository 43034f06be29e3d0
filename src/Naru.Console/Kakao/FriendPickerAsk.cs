using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Picking;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>
/// What an app's page asks a picker for, under the names of the JavaScript SDK's <c>Kakao.Picker</c>. It is carried from step to step in the form, and looked at
/// in each.
/// </summary>
public sealed record FriendPickerAsk(PickerKind Kind, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Every field of the form that is read.</summary>
    public static readonly IReadOnlyList<string> Names = ["appKey", "ka", "token", "transId", "returnUrl", .. PickerOptionsReader.Names];

    /// <summary>Where the choice goes by a redirect; empty: to the page that opened this window.</summary>
    public string ReturnUrl => this["returnUrl"];

    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    public static FriendPickerAsk Read(PickerKind kind, Func<string, string> field) => new(kind, Names.ToDictionary(name => name, field, StringComparer.Ordinal));

    /// <summary>The caller and what they want, where key, origin, return address, token, consents and the values of all fields carry it; else why not.</summary>
    /// <returns>The app, once it is certain that the page or the return address is its own: it may be told.</returns>
    public DevelopersApp? Admit(KakaoDirectory directory, IPAddress? address, out KakaoCaller? caller, out PickerOptions? options, out KakaoFault? fault)
    {
        (caller, options) = (null, null);
        if (directory.FindKey(this["appKey"]) is not var (app, kind) || kind == AppKeyKind.Admin)
        {
            fault = KakaoFault.InvalidAppKey;
            return null;
        }

        fault = CallerRule.CheckSource(app, CallSource.Read(address, this["ka"])) ?? CheckReturn(app);
        if (fault is not null)
        {
            return null;
        }

        fault = CheckPerson(directory, app, kind, out caller);
        options = fault is null ? PickerOptionsReader.Read(Kind, name => this[name], out fault) : null;
        return app;
    }

    private KakaoFault? CheckPerson(KakaoDirectory directory, DevelopersApp app, AppKeyKind kind, out KakaoCaller? caller)
    {
        caller = null;
        if (CallerRule.CheckToken(directory, this["token"], out var token) is { } refused)
        {
            return refused;
        }

        // A picker that was open when the app's way out was opened: tokens of ours are no good any more.
        if (token!.App != app.Id || app.AnsweredBy == AnsweredBy.Kakao)
        {
            return KakaoFault.NoToken;
        }

        if (directory.FindPerson(token.Person) is not { } person || directory.FindConnection(app.Id, person.Id) is not { } connection)
        {
            return KakaoFault.NotLinked;
        }

        caller = new KakaoCaller(app, kind, person, connection, token);
        return CallerRule.CheckPerson(app, person, directory.Now) ?? (person.HasTalk ? null : KakaoFault.NoTalk) ?? CallerRule.CheckScopes(app, connection, "FRIENDS", ConsentItem.Friends);
    }

    /// <summary>The page that may be told; null where none is known.</summary>
    public string? Origin() => CallSource.Read(null, this["ka"]).Origin is { Length: > 0 } origin ? WebDomain.Of(origin) : null;

    /// <summary>The choice on its way by a redirect.</summary>
    public string ReturnWith(string name, string value) => QueryHelpers.AddQueryString(ReturnUrl, name, value);

    private KakaoFault? CheckReturn(DevelopersApp app) => ReturnUrl.Length > 0 && !(WebDomain.Of(ReturnUrl) is not null && WebDomain.IsRegistered(app, ReturnUrl))
        ? KakaoFault.Unauthorised("domain mismatched! returnUrl. check out registered web domains.")
        : null;
}
