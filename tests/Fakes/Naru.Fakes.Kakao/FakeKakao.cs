using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Naru.Fakes.Dealers;
using Naru.Tests;

namespace Naru.Fakes.Kakao;

/// <summary>
/// Kakao's own hosts, strict, on loopback (contracts/kakao-developers.md): login without questions, tokens, user, friends, messages, share validation, images, pickers.
/// What it was asked and did is in <see cref="Journal"/>: "accepted" for each message that arrived, with its receiver.
/// </summary>
public sealed class FakeKakao : IAsyncDisposable
{
    private const string Json = "application/json;charset=UTF-8";

    /// <summary>What else the JavaScript SDK 2.x may send to a picker.</summary>
    private static readonly string[] s_picker =
    [
        "title", "enableSearch", "disableSelectOptions", "displayAllProfile", "enableBackButton", "maxPickableCount", "minPickableCount", "returnUrl", "friendFilter", "serviceTypeFilter",
        "countryCodeFilters", "usingOsFilter", "showMyProfile", "showFavorite", "showPickedFriend", "selectionType", "chatFilters",
    ];

    private readonly ConcurrentDictionary<string, bool> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _access = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refresh = new(StringComparer.Ordinal);
    private WebApplication? _app;
    private int _made;
    private int _disposed;

    private FakeKakao(FakeKakaoOptions options) => (Options, Journal) = (options, new Journal(options.JournalFile));

    public FakeKakaoOptions Options { get; }

    public Journal Journal { get; }

    public Faults Faults { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>Called before a message is looked at: what is true at that moment.</summary>
    public Action? OnMessage { get; set; }

    public static async Task<FakeKakao> StartAsync(FakeKakaoOptions options)
    {
        var fake = new FakeKakao(options);
        (fake._app, fake.Address) = await FakeHost.StartAsync(options.Port, fake.Journal, fake.Faults, fake.Map);
        return fake;
    }

    /// <summary>A token as after a login.</summary>
    public string GiveToken()
    {
        var token = Make("real-access");
        _access[token] = true;
        return token;
    }

    public void TakeBack(string token) => _access.TryRemove(token, out _);

    public Task WaitAsync(CancellationToken cancellationToken) => _app!.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Journal.Dispose();
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/oauth/authorize", Authorize);
        app.MapPost("/oauth/token", TokenAsync);
        app.MapGet("/apiweb/code.json", OutcomeAsync);
        app.MapGet("/v1/user/access_token_info", (HttpContext context) => UserAsync(context, "info", new { id = Options.UserId, expires_in = 21599, app_id = Options.AppId }));
        app.MapMethods("/v2/user/me", ["GET", "POST"], (HttpContext context) => UserAsync(context, "me", new { id = Options.UserId, connected_at = "2026-01-01T00:00:00Z" }));
        app.MapPost("/v1/user/logout", (HttpContext context) => UserAsync(context, "logout", new { id = Options.UserId }));
        app.MapGet("/v1/api/talk/friends", FriendsAsync);
        foreach (var (kind, fields, optional) in new (string, string[], string[])[]
        {
            ("default/send", ["template_object"], []), ("scrap/send", ["request_url"], ["template_id", "template_args"]), ("send", ["template_id"], ["template_args"]),
        })
        {
            app.MapPost("/v2/api/talk/memo/" + kind, (HttpContext context) => MessageAsync(context, fields, optional, toFriends: false));
            app.MapPost("/v1/api/talk/friends/message/" + kind, (HttpContext context) => MessageAsync(context, ["receiver_uuids", .. fields], [.. optional, "receiver_id_type"], toFriends: true));
        }

        app.MapPost("/v2/api/kakaolink/talk/template/default", ShareAsync);
        app.MapPost("/v2/api/talk/message/image/upload", UploadAsync);
        foreach (var path in new[] { "/select/single", "/select/multiple", "/chat/select", "/tab/select" })
        {
            app.MapPost(path, PickAsync);
        }

        app.MapFallback(context => FailAsync(context, 404, -9, "no such api"));
    }

    private IResult Authorize(string? client_id, string? redirect_uri, string? response_type, string? state)
    {
        if (client_id != Options.RestKey || redirect_uri != Options.RedirectUri || response_type != "code")
        {
            return Results.Text("KOE006", statusCode: 400);
        }

        var code = Make("code");
        _codes[code] = true;
        return Results.Redirect($"{redirect_uri}?code={code}" + (state is null ? "" : $"&state={Uri.EscapeDataString(state)}"));
    }

    /// <summary>Nobody logs in at the fake in a window, so each login of a known key goes on.</summary>
    private async Task OutcomeAsync(HttpContext context)
    {
        Mark(context);
        var query = context.Request.Query;
        Journal.Add("outcome", query["auth_tran_id"]);
        var known = query["client_id"] == Options.JavaScriptKey && query["auth_tran_id"].ToString().Length > 0;
        await WriteAsync(context, 200, new { status = "error", error_code = known ? "300" : "500", error = known ? "authorization_pending" : "invalid_client" });
    }

    private async Task TokenAsync(HttpContext context)
    {
        Mark(context);
        var form = await context.Request.ReadFormAsync();
        string? Of(string name) => form[name].Count == 1 ? form[name][0] : null;
        Journal.Add("token", Of("grant_type"));
        var refused = Of("client_id") != Options.RestKey ? ("invalid_client", "Not exist client_id", "KOE101", 401)
            : Of("client_secret") != Options.ClientSecret ? ("invalid_client", "Bad client credentials", "KOE010", 401)
            : Of("grant_type") switch
            {
                "authorization_code" => Of("redirect_uri") != Options.RedirectUri ? ("invalid_grant", "Redirect URI mismatch.", "KOE303", 400)
                    : Of("code") is not { } code || !_codes.TryRemove(code, out _) ? ("invalid_grant", $"authorization code not found for code={Of("code")}", "KOE320", 400)
                    : default,
                "refresh_token" => Of("refresh_token") is not { } refresh || !_refresh.ContainsKey(refresh) ? ("invalid_grant", "expired_or_invalid_refresh_token", "KOE322", 400) : default,
                _ => ("invalid_request", "unsupported grant_type", "KOE310", 400),
            };
        if (refused is (string error, string text, string number, int status))
        {
            await WriteAsync(context, status, new { error, error_description = text, error_code = number });
            return;
        }

        var made = Make("real-refresh");
        _refresh[made] = true;
        await WriteAsync(context, 200, new { access_token = GiveToken(), token_type = "bearer", refresh_token = made, expires_in = 21599, scope = "talk_message friends", refresh_token_expires_in = 5183999 });
    }

    private async Task UserAsync(HttpContext context, string what, object answer)
    {
        if (await LetsInAsync(context))
        {
            Journal.Add(what);
            await WriteAsync(context, 200, answer);
        }
    }

    private async Task FriendsAsync(HttpContext context)
    {
        if (!await LetsInAsync(context))
        {
            return;
        }

        Journal.Add("friends", null, context.Request.QueryString.Value);
        var fault = Faults.TakeSend();
        if (FakeHost.Break(context, fault, Journal))
        {
            return;
        }

        await WriteAsync(context, 200, new
        {
            elements = Options.Friends.Select((uuid, at) => new { id = Options.UserId + at + 1, uuid, favorite = at == 0, profile_nickname = uuid, profile_thumbnail_image = "" }),
            total_count = Options.Friends.Count,
            after_url = (string?)null,
            before_url = (string?)null,
            favorite_count = 1,
        });
    }

    private async Task MessageAsync(HttpContext context, string[] required, string[] optional, bool toFriends)
    {
        OnMessage?.Invoke();
        if (!await LetsInAsync(context))
        {
            return;
        }

        var fault = Faults.TakeSend();
        if (fault == SendFault.Unavailable)
        {
            Journal.Add("refused", null, "-9798");
            await FailAsync(context, 503, -9798, "service is under maintenance");
            return;
        }

        if (FakeHost.Break(context, fault, Journal))
        {
            return;
        }

        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) != true)
        {
            await FailAsync(context, 400, -2, "failed to parse parameter");
            return;
        }

        var form = await context.Request.ReadFormAsync();
        if (Strictly.Check(form, context.Request.Query, required, optional) is { } broken)
        {
            await FailAsync(context, 400, -2, broken);
            return;
        }

        if (form.TryGetValue("template_object", out var text) && !IsTemplate(text.ToString()))
        {
            await FailAsync(context, 400, -2, "failed to parse parameter. name=template_object, stringToParse=-, paramString=-, paramStringAlias=null");
            return;
        }

        var uuids = toFriends ? JsonSerializer.Deserialize<string[]>(form["receiver_uuids"].ToString())! : ["me"];
        if (toFriends && (uuids.Length is 0 or > 5 || uuids.Except(Options.Friends).Any()))
        {
            await FailAsync(context, 400, -2, "Constraints on the parameter [receiver_uuids] are unsatisfied. Not allowed to send a message to some of receivers.");
            return;
        }

        var refused = toFriends && uuids.Contains(Options.Friends[1]) ? Options.Friends[1] : null;
        foreach (var uuid in uuids.Where(uuid => uuid != refused))
        {
            Journal.Add("accepted", uuid, form.TryGetValue("template_object", out var said) ? said.ToString() : form["template_id"].ToString());
        }

        if (await FakeHost.BreakAfterAsync(context, fault, Journal))
        {
            return;
        }

        await WriteAsync(context, 200, toFriends
            ? new Dictionary<string, object>
            {
                ["successful_receiver_uuids"] = uuids.Where(uuid => uuid != refused),
                ["failure_info"] = refused is null ? Array.Empty<object>() : new object[] { new { code = -532, msg = "daily message limit per sender has been exceeded.", receiver_uuids = new[] { refused } } },
            }
            : new { result_code = 0 });
    }

    private async Task ShareAsync(HttpContext context)
    {
        if (!await KnowsKeyAsync(context))
        {
            return;
        }

        var form = await context.Request.ReadFormAsync();
        if (Strictly.Check(form, context.Request.Query, ["link_ver", "template_object"], "scheme_params") is { } broken || !IsTemplate(form["template_object"].ToString()))
        {
            await FailAsync(context, 400, -2, "failed to parse parameter");
            return;
        }

        Journal.Add("validated");
        await WriteAsync(context, 200, new { template_id = 4718, template_args = new { }, template_msg = new { P = new { TP = "Text" }, C = new { } }, warning_msg = new { }, argument_msg = new { } });
    }

    private async Task UploadAsync(HttpContext context)
    {
        if (!await KnowsKeyAsync(context))
        {
            return;
        }

        if (!context.Request.HasFormContentType || (await context.Request.ReadFormAsync()).Files is not [{ Name: "file" } file])
        {
            await FailAsync(context, 400, -2, "The Parameter [file] cannot be null.");
            return;
        }

        Journal.Add("uploaded", null, file.Length.ToString(CultureInfo.InvariantCulture));
        await WriteAsync(context, 200, new { infos = new { original = new { url = "https://img.test/1.png", length = file.Length, content_type = file.ContentType, width = 1, height = 1 } } });
    }

    /// <summary>A picker's page, opened by the form of the JavaScript SDK: nobody picks here.</summary>
    private async Task PickAsync(HttpContext context)
    {
        Mark(context);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        var broken = Strictly.Check(form, context.Request.Query, ["transId", "appKey", "ka", "token"], s_picker)
            ?? (form["appKey"] == Options.JavaScriptKey ? null : "invalid app key.")
            ?? (_access.ContainsKey(form["token"].ToString()) ? null : "this access token does not exist");
        Journal.Add(broken is null ? "picker" : "refused", null, broken ?? context.Request.Path.Value);
        await Results.Text(broken ?? "picker", statusCode: broken is null ? 200 : 400).ExecuteAsync(context);
    }

    private async Task<bool> LetsInAsync(HttpContext context)
    {
        Mark(context);
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && _access.ContainsKey(header["Bearer ".Length..]))
        {
            return true;
        }

        Journal.Add("refused", null, "-401");
        await FailAsync(context, 401, -401, "this access token does not exist");
        return false;
    }

    private async Task<bool> KnowsKeyAsync(HttpContext context)
    {
        Mark(context);
        if (context.Request.Headers.Authorization.ToString() is var header && (header == $"KakaoAK {Options.JavaScriptKey}" || header == $"KakaoAK {Options.NativeKey}"))
        {
            return true;
        }

        await FailAsync(context, 401, -401, "invalid app key.");
        return false;
    }

    private static bool IsTemplate(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return TemplateSchema.Accepts(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What only Kakao's own answer has, so that it can be told from another's.</summary>
    private void Mark(HttpContext context) => context.Response.Headers["Kakao-Request-Id"] = Make("request");

    private string Make(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{Interlocked.Increment(ref _made)}");

    private static Task FailAsync(HttpContext context, int status, int code, string msg)
    {
        if (status == 401)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=invalid_token";
        }

        return WriteAsync(context, status, new { msg, code });
    }

    private static async Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Json;
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
