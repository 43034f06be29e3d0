using Naru.Dialects.Infobip.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.Auth;

/// <summary>The descriptions of the sign-in operations (contracts/infobip.md §11).</summary>
internal static class SignInReference
{
    private const string Limit = "10 requests a second for each client address.";

    private static readonly Uri s_page = new("https://www.infobip.com/docs/essentials/api-authentication");

    private static readonly InfobipFault[] s_faults =
    [
        InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.RequestTimeout, InfobipFault.TooLarge, InfobipFault.UnsupportedMediaType,
        InfobipFault.TooManyRequests, InfobipFault.ServerError,
    ];

    public static readonly Operation CreateSession = new("Open a session")
    {
        Details = $"With user name and password; the token is for `Authorization: IBSSO`. {Limit}",
        VendorPage = s_page,
        Body = Body.VendorJson,
        Answers = [Answer.VendorJson(200, "The session's token."), .. InfobipReference.Faults(s_faults)],
    };

    public static readonly Operation DestroySession = new("End a session")
    {
        Details = Limit,
        VendorPage = s_page,
        Answers =
        [
            new Answer(200, "Ended."), .. InfobipReference.Faults(InfobipFault.Unauthorized, InfobipFault.TooManyRequests, InfobipFault.ServerError),
        ],
        Security = [InfobipReference.Session],
    };

    public static readonly Operation IssueToken = new("Get an OAuth 2.0 token")
    {
        Details = $"For the grant `client_credentials`; the token is for `Authorization: Bearer`. {Limit}",
        VendorPage = s_page,
        Body = new Body("application/x-www-form-urlencoded"),
        Answers = [Answer.VendorJson(200, "The token and its length of life, in seconds."), .. InfobipReference.Faults(s_faults)],
    };
}
