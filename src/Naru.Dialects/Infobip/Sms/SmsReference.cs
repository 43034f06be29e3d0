using Naru.Dialects.Infobip.Alim;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Queries;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.Sms;

/// <summary>The descriptions of the operations for texts (contracts/infobip.md §12): those of AlimTalk, where they are the same.</summary>
internal static class SmsReference
{
    private static readonly Uri s_page = new("https://www.infobip.com/docs/api/channels/sms");

    private const string Kinds = """
        Korean carriers take a text as SMS, to 90 bytes in EUC-KR, or as LMS, to 2,000 with a title of 40. A sender number that is not registered to the workspace fails with
        status 13. The dry run says which kind it is and which characters EUC-KR does not have.
        """;

    public static readonly Operation Send = Of(AlimReference.Send, "Send texts", $"{Kinds} {AlimReference.SendDetails}", InfobipScopes.Texts);

    public static readonly Operation SendAdvanced = Of(
        AlimReference.Send, "Send texts (older API)", $"{Kinds} `sendAt` must be the same for all messages of a request. {AlimReference.SendDetails}", InfobipScopes.Texts);

    public static readonly Operation Reports = Of(AlimReference.Reports, "Take delivery reports of texts", "Of the last 48 hours, each once, whichever of the APIs sent them.", InfobipScopes.Texts);

    public static readonly Operation Logs = Of(
        AlimReference.Logs, "Look at texts that were sent", "In the last 48 hours, newest first; reading changes nothing. 120 requests a minute for each credential.", InfobipScopes.TextLogs) with
    {
        Parameters = [.. AlimReference.Logs.Parameters.Select(static p => p.Name == "sender" ? Parameter.Text("sender", "Sender number.", p.MaxLength) : p)],
    };

    /// <summary>The older API has other names for two of the parameters, and no cursor.</summary>
    public static readonly Operation OlderLogs = Logs with
    {
        Summary = "Look at texts that were sent (older API)",
        Parameters =
        [
            .. Logs.Parameters.Where(static p => p.Name is not ("useCursor" or "cursor")).Select(static p => p.Name switch
            {
                "sender" => Parameter.Text("from", "Sender number.", p.MaxLength),
                "destination" => Parameter.Text("to", "Phone number of the recipient.", p.MaxLength),
                _ => p,
            }),
        ],
    };

    public static readonly Operation Inbox = AlimReference.Reports with
    {
        Summary = "Take texts that came in",
        Details = $"""
            What people sent to the workspace's numbers in the last 48 hours, each once: what was answered is not given out again. Where the workspace has a URL for them, only
            those that it did not take. `keyword` is the first word where it is one of the workspace's keywords, and `cleanText` what follows. {InfobipReference.ScopesOf(InfobipScopes.InboundTexts)}
            """,
        VendorPage = new Uri("https://www.infobip.com/docs/api/channels/sms/inbound-sms/get-inbound-sms-messages"),
        Parameters =
        [
            Parameter.Number("limit", "How many texts at most.", 1, InfobipQuery.MaxPage, InfobipQuery.Page),
            .. AlimReference.Reports.Parameters.Where(static p => p.Name is "entityId" or "applicationId" or "campaignReferenceId"),
        ],
        Answers = [.. AlimReference.Reports.Answers.Select(static answer => answer.Status == 200 ? Answer.VendorJson(200, "The texts; none where there is none.") : answer)],
    };

    private static Operation Of(Operation alim, string summary, string details, IReadOnlyList<string> scopes) =>
        alim with { Summary = summary, Details = $"{details} {InfobipReference.ScopesOf(scopes)}", VendorPage = s_page };
}
