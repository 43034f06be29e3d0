using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>What the descriptions of the Provisioning API have in common (contracts/sinch.md §6). Bodies are the vendor's.</summary>
internal static class ProvisioningReference
{
    public static readonly Uri Page = new("https://developers.sinch.com/docs/provisioning-api/");

    public static Operation Describe(string summary, int status, string found, params IEnumerable<ProvisioningError> errors) => new(summary)
    {
        VendorPage = Page,
        Answers = [status == 204 ? new Answer(status, found) : Answer.VendorJson(status, found), .. Answers(errors)],
        Security = [SinchReference.Key, SinchReference.Token],
    };

    public static Operation DescribeWithBody(string summary, int status, string found, params IEnumerable<ProvisioningError> errors) =>
        Describe(summary, status, found, [ProvisioningError.InvalidInput, ProvisioningError.TooLarge, .. errors]) with { Body = Body.VendorJson };

    public static IReadOnlyList<Parameter> Pages(int otherwise, int most) =>
    [
        Parameter.Number("pageSize", "How many.", 1, most, otherwise),
        Parameter.Text("pageToken", "The `nextPageToken` or `previousPageToken` of an answer."),
    ];

    private static IEnumerable<Answer> Answers(IEnumerable<ProvisioningError> errors) =>
        errors.Concat([ProvisioningError.Unauthorized, ProvisioningError.TooManyRequests, ProvisioningError.Internal])
            .GroupBy(error => error.Status)
            .OrderBy(status => status.Key)
            .Select(status => Answer.VendorJson(status.Key, string.Join(", ", status.Select(error => $"`{error.Code}`").Distinct(StringComparer.Ordinal))));
}
