using Naru.Dialects.Http;
using Naru.Dialects.Sinch.DryRun;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>The descriptions of the message operations (contracts/sinch.md §3.1, §3.3).</summary>
internal static class MessageReference
{
    private const string Shown = "The message as it is kept.";
    private const string Page = "A page of messages, newest first.";
    private const string Kept = "Shown are messages that were not deleted and that the app's retention policy keeps; what is on its way is always shown.";

    private static readonly Parameter s_source = Parameter.Word(
        "messages_source", "Messages of conversations, or those outside. Default: CONVERSATION_SOURCE.", ["CONVERSATION_SOURCE", "DISPATCH_SOURCE"]);

    public static readonly Operation Send = SinchReference.DescribeWithBody(
        "Send a message",
        "Its id, and when it was accepted: it is durable.",
        SinchFault.InFlight,
        SinchFault.KeyReused,
        SinchFault.Unavailable) with
    {
        Details = "Whatever has the right shape is accepted. What cannot be sent (an unknown template, a missing parameter, a channel without credential) " +
            "ends with a FAILED report that says why.",
        Parameters =
        [
            Parameter.Header(
                IdempotencyKeyHeader.Name,
                "The same key with the same body is answered as the first time, for 24 hours; an extension.",
                IdempotencyKeyHeader.MaxLength),
            .. DryRunQuery.Parameters,
        ],
    };

    public static readonly Operation List = SinchReference.Describe("List messages", Page, SinchFault.InvalidArgument) with
    {
        Details = Kept,
        Parameters =
        [
            Parameter.Text("app_id", "Only of this app."),
            Parameter.Text("conversation_id", "Only of this conversation."),
            Parameter.Text("contact_id", "Only of conversations with this contact."),
            Parameter.Text("channel_identity", "Only to this address."),
            Parameter.Text("start_time", "Only those accepted at or after."),
            Parameter.Text("end_time", "Only those accepted before."),
            Parameter.Text("channel", "Only those on this channel."),
            Parameter.Word("direction", "TO_APP finds nothing yet.", ["TO_APP", "TO_CONTACT"]),
            Parameter.Flag("only_recipient_originated", "Only what people wrote; with DISPATCH_SOURCE. Finds nothing yet."),
            Parameter.Word("view", "Whether with the metadata.", ["WITH_METADATA", "WITHOUT_METADATA"]),
            s_source,
            Parameter.Number("page_size", "More are cut to the greatest.", 1, ListMessages.MaxPage, ListMessages.DefaultPage),
            Parameter.Text(PageToken.Parameter, "The next_page_token of the page before."),
        ],
    };

    public static readonly Operation Get = SinchReference.Describe("Look at a message", Shown, SinchFault.InvalidArgument) with
    {
        Details = Kept,
        Parameters = [s_source],
    };

    public static readonly Operation Update = SinchReference.DescribeWithBody("Change a message's metadata", Shown, SinchFault.Unavailable) with
    {
        Parameters = [s_source],
    };

    public static readonly Operation Delete = SinchReference.Describe(
        "Delete a message", "It is not shown any more. One that is on its way goes on.", SinchFault.InvalidArgument, SinchFault.Unavailable) with
    {
        Parameters = [s_source],
    };

    public static readonly Operation FetchLast = SinchReference.DescribeWithBody("Fetch the last message of addresses or contacts", Page) with
    {
        Details = "Of each address or contact that is named, the newest message that fits.",
    };
}
