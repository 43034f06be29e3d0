using Microsoft.AspNetCore.Http;
using Naru.Console.Api;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Console.Testing;

/// <summary>
/// Finds the workspace behind an <c>Authorization</c> header of any front door: a test uses here the credentials that it sends with.
/// </summary>
internal sealed class CredentialReader(WorkspaceDirectory registry, IEnumerable<IBearerReader> bearers)
{
    public async ValueTask<Credential?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0)
        {
            return null;
        }

        var secret = header[(space + 1)..].Trim();
        return header[..space].ToUpperInvariant() switch
        {
            "APP" => registry.FindApiKey(secret),
            "BASIC" => FindByPassword(secret),
            "BEARER" => FindByBearer(secret) ?? await registry.FindTokenAsync(secret, AccessTokenKind.OAuth, null, cancellationToken),
            "IBSSO" => await registry.FindTokenAsync(secret, AccessTokenKind.Session, null, cancellationToken),
            _ => null,
        };
    }

    private Credential? FindByBearer(string token) => bearers.Select(bearer => bearer.Find(token)).FirstOrDefault(found => found is not null);

    /// <summary>Infobip's users and Sinch's keys both come as Basic.</summary>
    private Credential? FindByPassword(string encoded)
    {
        return BasicCredentials.Read(encoded) is (var name, var password)
            ? registry.CheckPassword(CredentialKind.User, name, password) ?? registry.CheckPassword(CredentialKind.SinchKey, name, password)
            : null;
    }
}
