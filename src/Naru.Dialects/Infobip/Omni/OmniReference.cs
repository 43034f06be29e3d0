using Naru.Dialects.Infobip.Alim;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Infobip.Sms;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.Omni;

/// <summary>The descriptions of the operations that send over OMNI and tell what became of it (contracts/infobip.md §12).</summary>
internal static class OmniReference
{
    private static readonly Uri s_page = new("https://www.infobip.com/docs/api/channels/omni-failover");

    private static readonly Parameter s_channel = Parameter.Word("channel", "Only messages that came to this channel.", OmniChannels.Words);

    public static readonly Operation Send = Of(
        AlimReference.Send,
        "Send OMNI messages",
        $"""
        `kakaoAlim` and `sms` are tried in the order of the scenario: the next one where the one before fails or its validity ends. A step for whose channel the request has nothing is left
        out. Without a `scenarioKey` the default scenario holds. `deliveryTimeWindow`, in the form of the other APIs, is an extension. {AlimReference.SendDetails}
        """,
        InfobipScopes.Omni);

    public static readonly Operation Reports = Of(
        AlimReference.Reports, "Take delivery reports of OMNI messages", "Of the last 48 hours, each once: `channel` is the one that decided.", InfobipScopes.Omni) with
    {
        Parameters = [.. AlimReference.Reports.Parameters.Where(static p => p.Name is "bulkId" or "messageId" or "limit"), s_channel],
    };

    public static readonly Operation Logs = Of(
        SmsReference.OlderLogs,
        "Look at OMNI messages that were sent",
        "In the last 48 hours, newest first; reading changes nothing. `channel`, `from` and `text` are those of the step that a message has come to. 120 requests a minute for each credential.",
        InfobipScopes.OmniLogs) with
    {
        Parameters =
        [
            .. SmsReference.OlderLogs.Parameters.Where(static p => p.Name is not ("entityId" or "applicationId" or "campaignReferenceId"))
                .Select(static p => p.Name == "from" ? Parameter.Text("from", "Sender key of a KakaoTalk channel, or sender number.", InfobipQuery.MaxLength) : p),
            s_channel,
        ],
    };

    private static Operation Of(Operation alim, string summary, string details, IReadOnlyList<string> scopes) =>
        alim with { Summary = summary, Details = $"{details} {InfobipReference.ScopesOf(scopes)}", VendorPage = s_page };
}
