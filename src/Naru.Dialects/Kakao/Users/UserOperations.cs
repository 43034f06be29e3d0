using Naru.Core.Kakao;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao.Users;

/// <summary>The user APIs of kapi (contracts/kakao-developers.md §3).</summary>
internal sealed class UserOperations(KakaoDirectory directory, LoginDesk login)
{
    public Task TokenInfoAsync(KakaoCall call) => KakaoAnswer.OkAsync(call.Context, (call.Caller.Token!, directory.Now), static (json, info) =>
    {
        var (token, now) = info;
        json.WriteStartObject();
        json.WriteNumber("id"u8, token.Person);
        json.WriteNumber("expires_in"u8, (long)(token.ExpiresAt - now).TotalSeconds);
        json.WriteNumber("app_id"u8, token.App);
        json.WriteEndObject();
    });

    public Task MeAsync(KakaoCall call)
    {
        var keys = call.Fields.Texts("property_keys");
        return KakaoAnswer.OkAsync(call.Context, new UserView(call.Caller.App, call.Person, call.Connection, keys), static (json, user) => user.Write(json));
    }

    public async Task LogOutAsync(KakaoCall call)
    {
        await login.LogOutAsync(call.Caller.App.Id, call.Person.Id, call.Caller.Token?.Login, call.Aborted);
        await WriteIdAsync(call);
    }

    public async Task UnlinkAsync(KakaoCall call)
    {
        await login.UnlinkAsync(call.Caller.App.Id, call.Person.Id, call.Aborted);
        await WriteIdAsync(call);
    }

    public Task ScopesAsync(KakaoCall call) => WriteScopesAsync(call, call.Connection, call.Fields.Texts("scopes"));

    public async Task RevokeScopesAsync(KakaoCall call)
    {
        var scopes = call.Fields.Texts("scopes") ?? throw new KakaoFaultException(KakaoFault.Missing("scopes"));
        if (scopes.FirstOrDefault(scope => call.Caller.App.LevelOf(scope) == ConsentLevel.Off) is { } unknown)
        {
            throw new KakaoFaultException(KakaoFault.OutOfRange("scopes", $"{unknown} is no consent item of this app."));
        }

        if (scopes.FirstOrDefault(scope => call.Caller.App.LevelOf(scope) == ConsentLevel.Required) is { } required)
        {
            throw new KakaoFaultException(KakaoFault.OutOfRange("scopes", $"{required} is required and cannot be revoked."));
        }

        await login.RevokeAsync(call.Caller.App.Id, call.Person.Id, [.. scopes], call.Aborted);
        await WriteScopesAsync(call, directory.FindConnection(call.Caller.App.Id, call.Person.Id) ?? call.Connection, scopes);
    }

    /// <summary>People are signed up when they log in, as the platform does unless an app wants to do it by hand.</summary>
    public Task SignUpAsync(KakaoCall call) => throw new KakaoFaultException(KakaoFault.AlreadyLinked);

    public async Task UpdateProfileAsync(KakaoCall call)
    {
        var properties = call.Fields.Map("properties") ?? throw new KakaoFaultException(KakaoFault.Missing("properties"));
        if (properties.Keys.Any(key => !UserView.PropertyKeys.Contains(key)))
        {
            throw new KakaoFaultException(KakaoFault.UnknownProperty);
        }

        await directory.ChangeConnectionAsync(
            call.Caller.App.Id,
            call.Person.Id,
            connection => connection with { Properties = connection.Properties.Concat(properties).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal) },
            call.Aborted);
        await WriteIdAsync(call);
    }

    private static Task WriteIdAsync(KakaoCall call) => KakaoAnswer.OkAsync(call.Context, call.Person.Id, static (json, id) =>
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, id);
        json.WriteEndObject();
    });

    private static Task WriteScopesAsync(KakaoCall call, Connection connection, IReadOnlyList<string>? only) =>
        KakaoAnswer.OkAsync(call.Context, (call.Caller.App, connection, only), static (json, asked) =>
        {
            var (app, connection, only) = asked;
            json.WriteStartObject();
            json.WriteNumber("id"u8, connection.Person);
            json.WriteStartArray("scopes"u8);
            foreach (var item in ConsentItem.All.Where(item => app.LevelOf(item.Id) != ConsentLevel.Off && only?.Contains(item.Id) != false))
            {
                json.WriteStartObject();
                json.WriteString("id"u8, item.Id);
                json.WriteString("display_name"u8, item.Korean);
                json.WriteString("type"u8, item.IsService ? "SERVICE"u8 : "PRIVACY"u8);
                json.WriteBoolean("using"u8, true);
                json.WriteBoolean("agreed"u8, connection.Has(item.Id));
                if (connection.Has(item.Id))
                {
                    json.WriteBoolean("revocable"u8, app.LevelOf(item.Id) != ConsentLevel.Required);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
}
