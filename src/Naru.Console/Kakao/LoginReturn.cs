using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>How the outcome of a login is written: into the app's redirect address, or for the JavaScript SDK's frame.</summary>
internal static class LoginReturn
{
    public static string Url(string redirect, LoginOutcome outcome) => QueryHelpers.AddQueryString(redirect, Members(outcome));

    /// <summary>JSON, with the key that the frame asks for tokens with.</summary>
    public static string Json(string key, LoginOutcome outcome)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("client_id"u8, key);
            foreach (var (name, value) in Members(outcome))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<KeyValuePair<string, string?>> Members(LoginOutcome outcome)
    {
        (string Name, string? Value)[] all = [("code", outcome.Code), ("error", outcome.Error), ("error_description", outcome.Description), ("state", outcome.State)];
        return all.Where(static member => member.Value is not null).Select(static member => KeyValuePair.Create(member.Name, member.Value));
    }
}
