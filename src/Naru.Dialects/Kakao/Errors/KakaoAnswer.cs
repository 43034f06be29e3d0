using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Dialects.Http;

namespace Naru.Dialects.Kakao.Errors;

/// <summary>Answers as kapi and kauth write them (contracts/kakao-developers.md §2, §3).</summary>
internal static class KakaoAnswer
{
    private const string Json = "application/json;charset=UTF-8";

    public static Task OkAsync<T>(HttpContext context, T what, Action<Utf8JsonWriter, T> render) => WriteAsync(context, StatusCodes.Status200OK, what, render);

    public static Task WriteAsync(HttpContext context, KakaoFault fault)
    {
        if (fault.Status == StatusCodes.Status401Unauthorized)
        {
            var scheme = context.Request.Headers.Authorization.ToString().StartsWith("KakaoAK", StringComparison.OrdinalIgnoreCase) ? "KakaoAK" : "Bearer";
            context.Response.Headers.WWWAuthenticate = $"{scheme} error=invalid_token";
        }

        return WriteAsync(context, fault.Status, fault, static (json, fault) =>
        {
            json.WriteStartObject();
            json.WriteString("msg"u8, fault.Message);
            json.WriteNumber("code"u8, fault.Code);
            if (fault.ApiType is { } type)
            {
                json.WriteString("api_type"u8, type);
                Texts(json, "required_scopes", fault.RequiredScopes);
                Texts(json, "allowed_scopes", fault.AllowedScopes);
            }

            json.WriteEndObject();
        });
    }

    public static Task WriteAsync(HttpContext context, LoginFault fault) => WriteAsync(context, fault.Status, fault, static (json, fault) =>
    {
        json.WriteStartObject();
        json.WriteString("error"u8, fault.Error);
        json.WriteString("error_description"u8, fault.Description);
        json.WriteString("error_code"u8, fault.Code);
        json.WriteEndObject();
    });

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static async Task WriteAsync<T>(HttpContext context, int status, T what, Action<Utf8JsonWriter, T> render)
    {
        using var body = new PooledBytes(1024);
        JsonAnswer.Render(body, what, render);
        await JsonAnswer.WriteAsync(context, status, Json, body);
    }
}
