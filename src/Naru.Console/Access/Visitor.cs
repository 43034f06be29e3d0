using Microsoft.AspNetCore.Http;
using Naru.Console.Text;
using Naru.Core.Workspaces;

namespace Naru.Console.Access;

/// <summary>Who is signed in, and the workspace whose pages are shown.</summary>
/// <param name="Own">The workspace of the credential.</param>
/// <param name="Workspace">The one in the address; another than <paramref name="Own"/> only for <see cref="IsInstallation"/>.</param>
/// <param name="FormToken">Stands in every form: the proof that the form is ours.</param>
/// <param name="Zone">In which times are shown and read.</param>
/// <param name="Here">The address of the page without its language: where the language switch leads.</param>
public sealed record Visitor(Credential Credential, Workspace Own, Workspace Workspace, Words Words, ZonedTime Zone, string FormToken, string Here)
{
    /// <summary>The scope that sees every workspace. It is never implied: an operator without scopes runs its own workspace.</summary>
    public const string InstallationScope = "installation";

    /// <summary>The name of the form field that holds <see cref="FormToken"/>.</summary>
    public const string FormField = "form-token";

    /// <summary>The gateway plays KakaoTalk: there are phones to look at, and a desk to review at.</summary>
    public bool PlaysKakaoTalk { get; init; }

    /// <summary>How many alarms that it sees nobody has acknowledged.</summary>
    public int WaitingAlarms { get; init; }

    public bool IsInstallation => Credential.Scopes.Contains(InstallationScope, StringComparer.Ordinal);

    /// <summary>The address of a page of the shown workspace.</summary>
    public string Path(string page) => $"/console/{Workspace.PublicId}/{page}";

    public static Visitor Of(HttpContext context) =>
        context.Features.Get<Visitor>() ?? throw new InvalidOperationException("This page is not behind the sign-in.");
}
