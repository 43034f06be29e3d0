using Naru.Console.Api;
using Naru.Console.Testing;
using Naru.Engine.Reference;

namespace Naru.Console.Linting;

/// <summary>The description of <see cref="LintRoutes"/>.</summary>
internal static class LintReference
{
    public const string Tag = "Templates";

    public static readonly Operation Lint = new("Check AlimTalk templates before they are handed in")
    {
        Details = "One template, or a list of at most 1,000, in the shape of KakaoTalk's dealers: `templateName`, `templateContent`, `templateMessageType`, "
            + "`templateEmphasizeType`, `buttons` … Nothing is stored or sent. The answer is 200 whatever is found.",
        Security = [new("anyCredentials", AuthSchemeKind.Header, "The `Authorization` of any front door: an API key, Basic or a bearer token of a workspace.")],
        VendorPage = new Uri("https://github.com/BizMsg/kapi"),
        Body = Body.VendorJson,
        Answers = [Answer.Of<LintAnswer>(200, "What was found."), ApiReference.Bad, ApiReference.Problem(401, "The credentials are not known."), ApiReference.TooLarge],
    };
}
