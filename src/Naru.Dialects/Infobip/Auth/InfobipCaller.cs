using Naru.Core.Workspaces;

namespace Naru.Dialects.Infobip.Auth;

/// <summary>Who sent a request.</summary>
internal readonly record struct InfobipCaller(Workspace Workspace, Credential Credential)
{
    /// <summary>A credential without scopes may do everything; else one of these is needed.</summary>
    public bool HasOneOf(IReadOnlyList<string> scopes)
    {
        var own = Credential.Scopes;
        if (own.Count == 0)
        {
            return true;
        }

        foreach (var scope in scopes)
        {
            if (own.Contains(scope, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
