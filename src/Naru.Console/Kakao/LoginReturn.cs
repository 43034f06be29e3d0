using Microsoft.AspNetCore.WebUtilities;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>How the outcome of a login is written: into the app's redirect address, or for the JavaScript SDK's frame.</summary>
internal static class LoginReturn
{
    public static string Url(string redirect, LoginOutcome outcome) => QueryHelpers.AddQueryString(redirect, Members(outcome));

    /// <summary>JSON, with the key that the frame asks for tokens with.</summary>
    public static string Json(string key, LoginOutcome outcome) => PlainJson.Write(json =>
    {
        json.WriteString("client_id"u8, key);
        foreach (var (name, value) in Members(outcome))
        {
            json.WriteString(name, value);
        }
    });

    private static IEnumerable<KeyValuePair<string, string?>> Members(LoginOutcome outcome)
    {
        (string Name, string? Value)[] all = [("code", outcome.Code), ("error", outcome.Error), ("error_description", outcome.Description), ("state", outcome.State)];
        return all.Where(static member => member.Value is not null).Select(static member => KeyValuePair.Create(member.Name, member.Value));
    }
}
