using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch;

/// <summary>What the descriptions of the Sinch front door have in common (contracts/sinch.md §1, §5). Bodies are the vendor's.</summary>
internal static class SinchReference
{
    public static readonly Uri Page = new("https://developers.sinch.com/docs/conversation/api-reference/conversation/");

    public static readonly AuthScheme Key = new("sinchKey", AuthSchemeKind.Basic, "Key id and key secret.");

    public static readonly AuthScheme Token = new("sinchToken", AuthSchemeKind.Bearer, "The token of `POST /oauth2/token`; about an hour.");

    private static readonly IReadOnlyList<AuthScheme> s_callers = [Key, Token];

    /// <summary>Which members a PATCH sets.</summary>
    public static readonly Parameter Mask = Parameter.Text(
        "update_mask", "The members that are set, with commas between; `update_mask.paths`, repeated, is read too. Without one: the members of the body.");

    /// <summary>Of a list that is read page by page.</summary>
    public static IReadOnlyList<Parameter> Pages(int otherwise, int max) =>
    [
        new(ParameterPlace.Query, ParameterKind.Number, "page_size", "How many; more than the most is the most.") { Least = 0, Default = otherwise, Most = max },
        Parameter.Text("page_token", "The `next_page_token` of the page before."),
    ];

    /// <summary>An operation that takes no body.</summary>
    /// <param name="found">What the 200 holds.</param>
    /// <param name="faults">Beside those that every operation has.</param>
    public static Operation Describe(string summary, string found, params IEnumerable<SinchFault> faults) => new(summary)
    {
        VendorPage = Page,
        Answers = [Answer.VendorJson(200, found), .. Faults(faults)],
        Security = s_callers,
    };

    /// <summary>An operation that takes a body.</summary>
    public static Operation DescribeWithBody(string summary, string found, params IEnumerable<SinchFault> faults) =>
        Describe(
            summary,
            found,
            [SinchFault.InvalidArgument, SinchFault.RequestTimeout, SinchFault.TooLarge, SinchFault.UnsupportedMediaType, .. faults]) with
        {
            Body = Body.VendorJson,
        };

    /// <summary>The project may be the one that is not found.</summary>
    private static IEnumerable<Answer> Faults(IEnumerable<SinchFault> faults) =>
        faults.Concat([SinchFault.Unauthenticated, SinchFault.NotFound, SinchFault.TooManyRequests, SinchFault.ServerError])
            .DistinctBy(fault => fault.Status)
            .OrderBy(fault => fault.Status)
            .Select(fault => Answer.VendorJson(fault.Status, fault.Message));
}
