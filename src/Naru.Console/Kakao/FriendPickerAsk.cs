using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>
/// What an app's page asks the friend picker for, under the names of the JavaScript SDK's <c>Kakao.Picker.selectFriend</c> and <c>selectFriends</c>. It is carried
/// from step to step in the form.
/// </summary>
/// <param name="IsSingle">One friend; else <see cref="Least"/> to <see cref="Most"/>.</param>
public sealed record FriendPickerAsk(bool IsSingle, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The most that any picker lets pick; the SDK refuses more itself.</summary>
    public const int MostPickable = 100;

    private const int UsualMost = 30;
    private const int MaxTitle = 50;

    public static readonly string[] Names =
        ["appKey", "ka", "token", "transId", "title", "enableSearch", "showMyProfile", "showFavorite", "maxPickableCount", "minPickableCount", "returnUrl"];

    public string Title => this["title"] is { Length: <= MaxTitle } title ? title : this["title"][..MaxTitle];

    public bool HasSearch => this["enableSearch"] != "false";

    public bool ShowsMe => this["showMyProfile"] != "false";

    public bool MarksFavourites => this["showFavorite"] != "false";

    public int Least => IsSingle ? 1 : Count("minPickableCount", 1);

    public int Most => IsSingle ? 1 : Math.Max(Least, Count("maxPickableCount", UsualMost));

    /// <summary>Where the choice goes by a redirect; empty: to the page that opened this window.</summary>
    public string ReturnUrl => this["returnUrl"];

    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    public static FriendPickerAsk Read(bool single, Func<string, string> field) => new(single, Names.ToDictionary(name => name, field, StringComparer.Ordinal));

    /// <summary>The caller, where key, origin, return address, token and consents carry it; else why not.</summary>
    /// <returns>The app, once it is certain that the page or the return address is its own: it may be told.</returns>
    public DevelopersApp? Admit(KakaoDirectory directory, IPAddress? address, out KakaoCaller? caller, out KakaoFault? fault)
    {
        caller = null;
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
        return app;
    }

    private KakaoFault? CheckPerson(KakaoDirectory directory, DevelopersApp app, AppKeyKind kind, out KakaoCaller? caller)
    {
        caller = null;
        if (CallerRule.CheckToken(directory, this["token"], out var token) is { } refused)
        {
            return refused;
        }

        if (token!.App != app.Id)
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

    /// <summary>As the SDK gives it on: <c>selectedTotalCount</c> and <c>users</c>.</summary>
    public static string Json(IReadOnlyList<ListedFriend> picked)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("selectedTotalCount"u8, picked.Count);
            json.WriteStartArray("users"u8);
            foreach (var friend in picked)
            {
                json.WriteStartObject();
                json.WriteNumber("id"u8, friend.Person.Id);
                json.WriteString("uuid"u8, friend.Connection.Uuid);
                json.WriteString("profileNickname"u8, friend.Person.Name);
                json.WriteString("profileThumbnailImage"u8, friend.Person.ImageUrl);
                json.WriteBoolean("favorite"u8, friend.Favourite);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Json(KakaoFault fault)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("code"u8, fault.Code);
            json.WriteString("msg"u8, fault.Message);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private KakaoFault? CheckReturn(DevelopersApp app) => ReturnUrl.Length > 0 && !(WebDomain.Of(ReturnUrl) is not null && WebDomain.IsRegistered(app, ReturnUrl))
        ? KakaoFault.Unauthorised("domain mismatched! returnUrl. check out registered web domains.")
        : null;

    private int Count(string name, int otherwise) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostPickable ? count : otherwise;
}
