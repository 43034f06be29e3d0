using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;

namespace Naru.Console.Testing;

/// <summary>
/// Whose a call of the Kakao Developers door is: by the app's key or the person's token in the header, by a token in the query, or, at the token endpoint, by the app's key in the form.
/// These are no credentials of a workspace: they choose whose call a fault hits, and order none.
/// </summary>
internal sealed class KakaoCallOwner(KakaoDirectory directory)
{
    private const string TokenEndpoint = "/oauth/token";

    /// <summary>Longer than any token request.</summary>
    private const int MaxForm = 16 * 1024;

    public async ValueTask<WorkspaceId?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0)
        {
            var secret = header[(space + 1)..].Trim();
            return header[..space].ToUpperInvariant() switch
            {
                "KAKAOAK" => OfKey(secret),
                "BEARER" => OfToken(secret),
                _ => null,
            };
        }

        if (request.Query.TryGetValue("access_token", out var token))
        {
            return OfToken(token.ToString());
        }

        return HttpMethods.IsPost(request.Method) && request.Path.Equals(TokenEndpoint, StringComparison.OrdinalIgnoreCase) ? await OfTokenRequestAsync(request, cancellationToken) : null;
    }

    private WorkspaceId? OfKey(string key) => directory.FindKey(key)?.App.Workspace;

    private WorkspaceId? OfToken(string token) =>
        token.Length is > 0 and <= CallerRule.MaxToken && directory.FindToken(token) is { } known ? directory.FindApp(known.App)?.Workspace : null;

    /// <summary>The form is read ahead and left as it came for whoever serves the call.</summary>
    private async ValueTask<WorkspaceId?> OfTokenRequestAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query.TryGetValue("client_id", out var asked))
        {
            return OfKey(asked.ToString());
        }

        request.EnableBuffering();
        var text = new char[MaxForm];
        int length;
        using (var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true))
        {
            length = await reader.ReadBlockAsync(text, cancellationToken);
        }

        request.Body.Position = 0;
        return QueryHelpers.ParseQuery(new string(text, 0, length)).TryGetValue("client_id", out var sent) ? OfKey(sent.ToString()) : null;
    }
}
