using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Access;

/// <summary>The <c>Authorization</c> header in its two parts.</summary>
internal readonly record struct AuthorizationHeader(string Scheme, string Value)
{
    /// <summary>False where there is none, several, or one without a value.</summary>
    public static bool TryRead(HttpRequest request, out AuthorizationHeader header)
    {
        var values = request.Headers.Authorization;
        if (values.Count != 1 || values[0] is not { } text || text.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space))
        {
            header = default;
            return false;
        }

        header = new AuthorizationHeader(text[..space], text[(space + 1)..].Trim());
        return true;
    }

    public bool Is(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);
}
