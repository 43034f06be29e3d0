using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Auth;

/// <summary>The description of the token endpoint (contracts/sinch.md §1).</summary>
internal static class TokenReference
{
    private static readonly OAuthFault[] s_faults =
        [OAuthFault.UnsupportedGrant, OAuthFault.NoClient, OAuthFault.Of(408), OAuthFault.Of(413), OAuthFault.TooMany, OAuthFault.Of(500)];

    public static readonly Operation Issue = new("Get an access token")
    {
        Details = "For the grant `client_credentials`; the token is for `Authorization: Bearer`. 30 at once, then 10 a second, for each client address and key.",
        VendorPage = SinchReference.Page,
        Body = new Body("application/x-www-form-urlencoded"),
        Answers =
        [
            Answer.VendorJson(200, "The token and its length of life, in seconds."),
            .. s_faults.Select(fault => Answer.VendorJson(fault.Status, fault.Description)),
        ],
        Security = [SinchReference.Key],
    };
}
