using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Core.Workspaces;

namespace Naru.Console.Pages.Directory;

/// <summary>The form that makes a credential.</summary>
public sealed record NewCredential(CredentialKind Kind, string Name, IReadOnlyList<string> Scopes)
{
    public const int MaxName = 100;
    public const int MaxScopes = 20;
    public const int MaxScope = 100;

    public static NewCredential Read(IFormCollection form) => new(
        Enum.TryParse<CredentialKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : CredentialKind.ApiKey,
        form["name"].ToString().Trim(),
        [.. form["scopes"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]);

    /// <summary>Why it cannot be made; null when it can.</summary>
    public string? Fault(Visitor visitor)
    {
        var words = visitor.Words.Directory;
        if (Name.Length is 0 or > MaxName)
        {
            return words.NameNeeded(MaxName);
        }

        // A label may say anything. A name stands in headers (Basic, where a colon would end it) and in forms.
        if (Kind != CredentialKind.ApiKey && !Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@'))
        {
            return words.BadName;
        }

        if (Scopes.Count > MaxScopes || Scopes.Any(scope => scope.Length > MaxScope))
        {
            return words.TooManyScopes;
        }

        // Whoever could give what they do not have would have it.
        return !visitor.IsInstallation && Scopes.Contains(Visitor.InstallationScope, StringComparer.Ordinal) ? words.NotThisScope : null;
    }
}
