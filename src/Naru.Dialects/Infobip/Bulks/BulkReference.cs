using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Queries;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.Bulks;

/// <summary>The descriptions of the operations on bulks (contracts/infobip.md §9).</summary>
internal static class BulkReference
{
    private const string Extension = "An extension of Naru: Infobip documents it under `/sms/1/bulks` only, which serves the same bulks.";

    private static readonly Uri s_page = new("https://www.infobip.com/docs/api/channels/sms/outbound-sms/manage-scheduled-sms-messages");

    private static readonly IReadOnlyList<Parameter> s_which =
        [Parameter.Text("bulkId", "The id of the bulk: the client's own, or the one that its send was answered with.", InfobipQuery.MaxLength) with { Required = true }];

    private static readonly InfobipFault[] s_readFaults =
        [InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.BulkNotFound, InfobipFault.ServerError];

    private static readonly InfobipFault[] s_changeFaults =
    [
        InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.BulkNotFound, InfobipFault.RequestTimeout, InfobipFault.TooLarge,
        InfobipFault.UnsupportedMediaType, InfobipFault.ServerError, InfobipFault.Unavailable,
    ];

    public static readonly Operation Schedule = Read("See when a bulk begins", "`sendAt` is what was asked last; where nothing was asked, when it was accepted.");

    public static readonly Operation Status = Read(
        "See how a bulk stands",
        "`PENDING` waits for its start, `PROCESSING` has begun, `FINISHED`: all of it has begun, `PAUSED`, `CANCELED`. `FAILED` is never answered.");

    public static readonly Operation Reschedule = Change(
        "Move the start of a bulk", "Of what has not begun; at most 180 days ahead, and an instant that has passed means now. A paused bulk stays paused.");

    public static readonly Operation ChangeStatus = Change(
        "Pause, resume or cancel a bulk",
        "`PAUSED`; `PROCESSING` or `PENDING` to go on; `CANCELED`. Nothing more of it begins once this is answered; what has begun goes on. A change after the end is 400.");

    /// <summary>The same under a path that is ours.</summary>
    public static Operation AsExtension(Operation operation) => operation with { Details = $"{operation.Details} {Extension}" };

    private static Operation Read(string summary, string details) => new(summary)
    {
        Details = $"{details} {InfobipReference.ScopesOf(InfobipScopes.Bulks)}",
        VendorPage = s_page,
        Parameters = s_which,
        Answers = [Answer.VendorJson(200, "The bulk."), .. InfobipReference.Faults(s_readFaults)],
        Security = InfobipReference.Callers,
    };

    private static Operation Change(string summary, string details) => new(summary)
    {
        Details = $"{details} {InfobipReference.ScopesOf(InfobipScopes.ManageBulks)}",
        VendorPage = s_page,
        Parameters = s_which,
        Body = Body.VendorJson,
        Answers = [Answer.VendorJson(200, "The bulk as it is now."), .. InfobipReference.Faults(s_changeFaults)],
        Security = InfobipReference.Callers,
    };
}
