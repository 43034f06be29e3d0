using Naru.Dialects.Infobip.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip;

/// <summary>What the descriptions of the Infobip front door have in common (contracts/infobip.md §1). Bodies are the vendor's.</summary>
internal static class InfobipReference
{
    /// <summary>The only authorisation that can end a session.</summary>
    public static readonly AuthScheme Session = new("infobipSession", AuthSchemeKind.Header, "`IBSSO` and the token of `POST /auth/1/session`; an hour from its last use.");

    public static readonly IReadOnlyList<AuthScheme> Callers =
    [
        new("infobipApiKey", AuthSchemeKind.Header, "`App` and an API key."),
        new("infobipBasic", AuthSchemeKind.Basic, "User name and password."),
        Session,
        new("infobipOAuth", AuthSchemeKind.Bearer, "The token of `POST /auth/1/oauth2/token`; an hour."),
    ];

    /// <summary>The vendor's words for what is wrong.</summary>
    public static IEnumerable<Answer> Faults(params IEnumerable<InfobipFault> faults) =>
        faults.Select(fault => Answer.VendorJson(fault.Status, fault.Description));

    /// <summary>What can be wrong with any small body.</summary>
    public static IEnumerable<Answer> BodyFaults => Faults(InfobipFault.RequestTimeout, InfobipFault.TooLarge, InfobipFault.UnsupportedMediaType);

    public static string ScopesOf(IReadOnlyList<string> scopes) =>
        $"A credential with scopes needs one of {string.Join(", ", scopes.Select(scope => $"`{scope}`"))}.";
}
