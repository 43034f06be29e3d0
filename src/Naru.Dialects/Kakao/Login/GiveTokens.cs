using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Dialects.Kakao.Outside;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao.Login;

/// <summary><c>POST /oauth/token</c></summary>
internal sealed class GiveTokens(TokenDesk desk, KakaoDirectory directory, KakaoDemo demo, OutsideCalls outside)
{
    public async Task HandleAsync(HttpContext context)
    {
        KakaoFields fields;
        try
        {
            fields = await KakaoFields.ReadAsync(context);
        }
        catch (KakaoFaultException)
        {
            await KakaoAnswer.WriteAsync(context, LoginFault.Malformed);
            return;
        }

        // OAuth's other way to authenticate a client, which Auth.js takes where it is not told otherwise.
        var basic = Basic(context.Request);
        string? Field(string name) => fields.Text(name) ?? name switch
        {
            "client_id" => basic?.Id,
            "client_secret" => basic?.Secret,
            _ => null,
        };

        if (Field("client_id") is { } key && directory.FindKey(key) is var (app, _))
        {
            if (demo.Refuses(app, context) is { } elsewhere)
            {
                await KakaoAnswer.WriteAsync(context, LoginFault.BadKey with { Description = elsewhere.Message });
                return;
            }

            if (app.AnsweredBy == AnsweredBy.Kakao)
            {
                await outside.PassTokenAsync(context, app, fields.Form);
                return;
            }
        }

        var (tokens, fault) = await desk.GiveAsync(Field, context.RequestAborted);
        if (tokens is null)
        {
            await KakaoAnswer.WriteAsync(context, fault!);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await KakaoAnswer.OkAsync(context, tokens, static (json, tokens) =>
        {
            json.WriteStartObject();
            json.WriteString("access_token"u8, tokens.Access);
            json.WriteString("token_type"u8, "bearer"u8);
            if (tokens.Refresh is { } refresh)
            {
                json.WriteString("refresh_token"u8, refresh);
            }

            json.WriteNumber("expires_in"u8, tokens.ExpiresIn);
            json.WriteString("scope"u8, tokens.Scope);
            if (tokens.Refresh is not null)
            {
                json.WriteNumber("refresh_token_expires_in"u8, tokens.RefreshExpiresIn);
            }

            json.WriteEndObject();
        });
    }

    private static (string Id, string Secret)? Basic(HttpRequest request) =>
        Dialects.Access.AuthorizationHeader.TryRead(request, out var header) && header.Is("Basic") && Dialects.Access.BasicCredentials.TryRead(header.Value, out var given)
            ? (Uri.UnescapeDataString(given.Name), Uri.UnescapeDataString(given.Password))
            : null;
}
