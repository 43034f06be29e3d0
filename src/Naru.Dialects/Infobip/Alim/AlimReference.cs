using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Logs;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Infobip.Sending;
using Naru.Dialects.Json;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>The descriptions of the AlimTalk operations (contracts/infobip.md §3, §8).</summary>
internal static class AlimReference
{
    private static readonly Uri s_sendPage = new("https://www.infobip.com/docs/api/channels/kakao/alim/send-kakao-alim/send-kakao-alim-message");
    private static readonly Uri s_alimPage = new("https://www.infobip.com/docs/api/channels/kakao/alim");

    private static readonly Parameter s_entity = Parameter.Text("entityId", "Only messages that were sent with this entity.", InfobipQuery.MaxLength);
    private static readonly Parameter s_application = Parameter.Text("applicationId", "Only messages that were sent with this application.", InfobipQuery.MaxLength);

    private static readonly InfobipFault[] s_readFaults =
        [InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.ServerError];

    /// <summary>Whatever is sent.</summary>
    public static readonly string SendDetails = $"""
            Answered when it is stored; what only KakaoTalk finds out comes as a report. At most {RequestBody.MaxSendBytes / 1024 / 1024} MiB.
            A member that is not read, because it is unknown or stands in the wrong place, is named in the header `{IgnoredHeader.Name}` of the answer
            (at most {IgnoredMembers.Most}, then `...`) and on the timelines of the messages that it concerns.
            With `{DryRunQuery.Name}=true`, an extension of Naru, nothing is stored: each message of the answer also has
            `plan` (`at` and `expiresAt` in ISO 8601 UTC, and `why`: {string.Join(", ", DryRunAnswer.Reasons.Select(word => $"`{word}`"))}; null where it can never be sent)
            `steps` where a text is among them (`kind` SMS or LMS, `bytes` in EUC-KR)
            and `findings` (`code`, `text` and `property` of what speaks against it, or was not read); ids that a send would make are null.
            """;

    public static readonly Operation Send = new("Send AlimTalk messages")
    {
        Details = $"{SendDetails} {InfobipReference.ScopesOf(InfobipScopes.Messages)}",
        VendorPage = s_sendPage,
        Parameters =
        [
            Parameter.Header(
                IdempotencyKeyHeader.Name,
                $"For 24 hours the same key with the same body is answered as the first time, with `{IdempotencyKeyHeader.ReplayedName}: true`.",
                IdempotencyKeyHeader.MaxLength),
            Parameter.Flag(DryRunQuery.Name, "Only say what would become of it. Extension of Naru."),
            Parameter.Text(DryRunQuery.NowName, $"With `{DryRunQuery.Name}=true`, in demo and test mode: plan as if it were this instant, `2026-10-01T09:00:00.000+0900`. Extension of Naru."),
        ],
        Body = Body.VendorJson,
        Answers =
        [
            Answer.VendorJson(200, "Stored: a line for each destination, in their order."),
            .. InfobipReference.Faults(
                InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.RequestTimeout, InfobipFault.InFlight,
                InfobipFault.TooLarge, InfobipFault.UnsupportedMediaType, InfobipFault.KeyReused, InfobipFault.ServerError, InfobipFault.Unavailable),
        ],
        Security = InfobipReference.Callers,
    };

    public static readonly Operation Reports = new("Take delivery reports")
    {
        Details = $"Of the last 48 hours, each once: what was answered is not given out again. {InfobipReference.ScopesOf(InfobipScopes.Messages)}",
        VendorPage = s_alimPage,
        Parameters =
        [
            Parameter.Text("bulkId", "Only reports of this bulk.", InfobipQuery.MaxLength),
            Parameter.Text("messageId", "Only the report of this message.", InfobipQuery.MaxLength),
            Parameter.Number("limit", "How many reports at most.", 1, InfobipQuery.MaxPage, InfobipQuery.Page),
            s_entity,
            s_application,
            Parameter.Text("campaignReferenceId", "Only messages of this campaign.", InfobipQuery.MaxLength),
        ],
        Answers = [Answer.VendorJson(200, "The reports; none where there is none."), .. InfobipReference.Faults(s_readFaults)],
        Security = InfobipReference.Callers,
    };

    public static readonly Operation Logs = new("Look at what was sent")
    {
        Details = $"In the last 48 hours, newest first; reading changes nothing. 120 requests a minute for each credential. {InfobipReference.ScopesOf(InfobipScopes.Logs)}",
        VendorPage = s_alimPage,
        Parameters =
        [
            Parameter.Text("sender", "Sender key of a KakaoTalk channel.", InfobipQuery.MaxLength),
            Parameter.Text("destination", "Phone number of the recipient.", InfobipQuery.MaxLength),
            Ids("bulkId", "Bulks"),
            Ids("messageId", "Messages"),
            Parameter.Word("generalStatus", "Group of the present status.", LogQuery.Groups),
            Instant("sentSince", "Sent since this instant"),
            Instant("sentUntil", "Sent until this instant"),
            Parameter.Number("limit", "How many messages at most.", 1, InfobipQuery.MaxPage, InfobipQuery.Page),
            s_entity,
            s_application,
            Ids("campaignReferenceId", "Campaigns"),
            Parameter.Flag("useCursor", "Answer with `cursor.nextCursor` where there is more."),
            Parameter.Text("cursor", "The `nextCursor` of the page before.", InfobipQuery.MaxLength),
        ],
        Answers =
        [
            Answer.VendorJson(200, "A page."), .. InfobipReference.Faults(s_readFaults), .. InfobipReference.Faults(InfobipFault.TooManyRequests),
        ],
        Security = InfobipReference.Callers,
    };

    private static Parameter Ids(string name, string what) =>
        Parameter.List(name, $"{what}, repeated or joined by commas; {InfobipQuery.MaxLength:N0} characters together.");

    private static Parameter Instant(string name, string what) =>
        Parameter.Text(name, $"{what}, as `yyyy-MM-dd'T'HH:mm:ss.SSSZ`: `2026-10-01T09:00:00.000+0900`.");
}
