using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Engine.Kakao.OpenId;

namespace Naru.Dialects.Kakao.OpenId;

/// <summary>OpenID Connect: what a client finds everything else by, the keys, the person, and a look into a token (contracts/kakao-developers.md §3).</summary>
internal sealed class OpenIdOperations(IdTokens tokens)
{
    /// <summary>The scope that asks for an id token.</summary>
    public const string Scope = "openid";

    /// <summary>The address under which the caller knows Naru: tokens name it, and clients compare it.</summary>
    public static string IssuerOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    public Task ConfigurationAsync(HttpContext context) => KakaoAnswer.OkAsync(context, IssuerOf(context.Request), static (json, issuer) =>
    {
        json.WriteStartObject();
        json.WriteString("issuer"u8, issuer);
        json.WriteString("authorization_endpoint"u8, issuer + "/oauth/authorize");
        json.WriteString("token_endpoint"u8, issuer + KakaoPaths.Token);
        json.WriteString("userinfo_endpoint"u8, issuer + KakaoPaths.UserInfo);
        json.WriteString("jwks_uri"u8, issuer + KakaoPaths.Keys);
        KakaoAnswer.Texts(json, "token_endpoint_auth_methods_supported", ["client_secret_post"]);
        KakaoAnswer.Texts(json, "subject_types_supported", ["public"]);
        KakaoAnswer.Texts(json, "id_token_signing_alg_values_supported", ["RS256"]);
        json.WriteBoolean("request_uri_parameter_supported"u8, false);
        KakaoAnswer.Texts(json, "response_types_supported", ["code"]);
        KakaoAnswer.Texts(json, "response_modes_supported", ["query"]);
        KakaoAnswer.Texts(json, "grant_types_supported", ["authorization_code", "refresh_token"]);
        KakaoAnswer.Texts(json, "code_challenge_methods_supported", ["S256"]);
        KakaoAnswer.Texts(json, "claims_supported", ["iss", "aud", "sub", "auth_time", "exp", "iat", "nonce", "nickname", "picture", "email"]);
        json.WriteEndObject();
    });

    public async Task KeysAsync(HttpContext context) => await KakaoAnswer.OkAsync(context, await tokens.PublicKeysAsync(context.RequestAborted), static (json, keys) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("keys"u8);
        foreach (var (id, modulus, exponent) in keys)
        {
            json.WriteStartObject();
            json.WriteString("kid"u8, id);
            json.WriteString("kty"u8, "RSA"u8);
            json.WriteString("alg"u8, "RS256"u8);
            json.WriteString("use"u8, "sig"u8);
            json.WriteString("n"u8, modulus);
            json.WriteString("e"u8, exponent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Task UserInfoAsync(KakaoCall call) => call.Caller.Token is { OpenId: false }
        ? throw new KakaoFaultException(KakaoFault.InsufficientScopes("OIDC_USERINFO", [Scope], [.. ConsentItem.All.Where(item => call.Connection.Has(item.Id)).Select(item => item.Id)]))
        : KakaoAnswer.OkAsync(call.Context, call, static (json, call) =>
        {
            json.WriteStartObject();
            IdTokens.WritePerson(json, call.Person, call.Connection);
            if (call.Connection.Has(ConsentItem.Email))
            {
                json.WriteBoolean("email_verified"u8, call.Person.Email.Length > 0);
            }

            json.WriteEndObject();
        });

    /// <summary><c>POST /oauth/tokeninfo</c>: what an id token says, once its signature and time were looked at.</summary>
    public async Task TokenInfoAsync(HttpContext context)
    {
        var given = await FieldAsync(context);
        if (given is null)
        {
            await KakaoAnswer.WriteAsync(context, LoginFault.MissingParameter("id_token"));
        }
        else if (await tokens.ReadAsync(given, IssuerOf(context.Request), context.RequestAborted) is not { } said)
        {
            await KakaoAnswer.WriteAsync(context, LoginFault.BadParameter("id_token"));
        }
        else
        {
            await KakaoAnswer.OkAsync(context, said, static (json, said) => json.WriteRawValue(said, skipInputValidation: true));
        }
    }

    private static async ValueTask<string?> FieldAsync(HttpContext context)
    {
        try
        {
            return (await KakaoFields.ReadAsync(context)).Text("id_token");
        }
        catch (KakaoFaultException)
        {
            // Too large to be one.
            return null;
        }
    }
}
