using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Carriers;

/// <summary>The descriptions of <see cref="CarrierApi"/>.</summary>
internal static class CarrierReference
{
    public const string Tag = "Carriers";

    private static readonly IReadOnlyList<AuthScheme> s_operators =
    [
        new("operatorBasic", AuthSchemeKind.Basic, "Name and password of an operator of the installation, as at the console's sign-in."),
    ];

    private static readonly IReadOnlyList<Parameter> s_carrier = [Parameter.Path("carrier", "The carrier's configured name.")];

    private static readonly IReadOnlyList<Answer> s_faults =
    [
        ApiReference.Problem(401, "These are no operator's name and password."), ApiReference.Problem(403, "The operator runs a workspace only, or the demo's is used from elsewhere."),
        ApiReference.Problem(404, "There is no carrier of this name that signs in."), ApiReference.Problem(429, "Too many attempts."),
    ];

    public static readonly Operation Read = new("Name the credentials of a carrier")
    {
        Details = "With who entered them and when. A credential itself is never shown.",
        Parameters = s_carrier,
        Security = s_operators,
        Answers = [Answer.Of<CarrierCredentialAnswer>(200, "What it signs in with."), .. s_faults],
    };

    public static readonly Operation Enter = new("Enter credentials of a carrier")
    {
        Details = "All of them in one durable step; those that are not named stay. They count from the next request, or bind, of the carrier on: nothing is restarted.",
        Parameters = s_carrier,
        Body = Body.Of<CarrierCredentialBody>(),
        Security = s_operators,
        Answers = [Answer.Of<CarrierCredentialAnswer>(200, "Entered."), ApiReference.Bad, .. s_faults, ApiReference.TooLarge],
    };

    public static readonly Operation Forget = new("Forget the credentials that were entered for a carrier")
    {
        Details = "From now on what settings say counts.",
        Parameters = s_carrier,
        Security = s_operators,
        Answers = [new Answer(204, "Forgotten."), .. s_faults],
    };
}
