using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary>The descriptions of the conversation operations (contracts/sinch.md §3.1, §3.6).</summary>
internal static class ConversationReference
{
    private const string Shown = "The conversation.";

    public static readonly Operation Create = SinchReference.DescribeWithBody("Begin a conversation", Shown, SinchFault.Unavailable) with
    {
        Details = "Needed only where metadata is to be there before the first message. It is active unless it says otherwise; an app and a contact have one active conversation.",
    };

    public static readonly Operation List = SinchReference.Describe("List conversations", "One page of conversations, newest first.", SinchFault.InvalidArgument) with
    {
        Parameters =
        [
            Parameter.Text("app_id", "Of this app. It or `contact_id` must be given."),
            Parameter.Text("contact_id", "Of this contact."),
            new(ParameterPlace.Query, ParameterKind.Flag, "only_active", "Only active ones."),
            Parameter.Word("active_channel", "Only those that were last on this channel.", ContactReference.Words),
            .. SinchReference.Pages(10, 20),
        ],
    };

    public static readonly Operation Get = SinchReference.Describe("Look at a conversation", Shown);

    public static readonly Operation Update = SinchReference.DescribeWithBody("Change a conversation", Shown, SinchFault.Unavailable) with
    {
        Parameters =
        [
            SinchReference.Mask,
            Parameter.Word("metadata_update_strategy", "Whether `metadata_json` replaces what is there (default), or is merged into it (RFC 7386).", ["REPLACE", "MERGE_PATCH"]),
        ],
    };

    public static readonly Operation Delete = SinchReference.Describe("Remove a conversation", "Removed; its messages are not shown any more.", SinchFault.Unavailable);

    public static readonly Operation Stop = SinchReference.Describe(
        "Stop a conversation", "Stopped, or it was already: the next message begins another one.", SinchFault.Unavailable);
}
