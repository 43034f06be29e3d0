using System.Buffers;
using System.Text.RegularExpressions;

namespace Naru.Server.Logging;

/// <summary>Hides secrets that stand in running text, where there is no key to go by: quoted headers, query strings, JSON in an exception.</summary>
internal static class SecretText
{
    private static readonly SearchValues<string> s_hints = SearchValues.Create(
        ["authorization", "password", "passwd", "secret", "token", "otp", "api-key", "api_key", "apikey", "cookie", "\"text\"", "\"body\"", "bearer", "basic"],
        StringComparison.OrdinalIgnoreCase);

    // Not backtracking: the time is linear in the text, whatever a client has sent.
    private static readonly Regex s_json = new(
        """
        (?<key>"(?:[a-z0-9_-]*(?:authorization|password|passwd|secret|token|otp|api[-_]?key|cookie)|text|body)"\s*:\s*)"(?:[^"\\]|\\.)*"?
        """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        Regex.InfiniteMatchTimeout);

    private static readonly Regex s_pair = new(
        """
        (?<key>(?:authorization|password|passwd|secret|token|otp|api[-_]?key|cookie)["']?\s*[:=]\s*["']?)(?:(?:basic|bearer|app|ibsso)\s+)?[^\s"',;&\[][^\s"',;&]*
        """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    // As headers write them: "a basic question" is no secret.
    private static readonly Regex s_scheme = new(
        """
        \b(?<key>(?:Bearer|BEARER|Basic|BASIC)\s+)[A-Za-z0-9+/=._~-]{8,}
        """,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    public static string Apply(string text)
    {
        if (!text.AsSpan().ContainsAny(s_hints))
        {
            return text;
        }

        text = s_json.Replace(text, "${key}\"" + Redactor.Placeholder + "\"");
        text = s_pair.Replace(text, "${key}" + Redactor.Placeholder);
        return s_scheme.Replace(text, "${key}" + Redactor.Placeholder);
    }
}
