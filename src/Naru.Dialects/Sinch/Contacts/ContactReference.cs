using Naru.Core.Content;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>The descriptions of the contact operations (contracts/sinch.md §3.1, §3.6).</summary>
internal static class ContactReference
{
    /// <summary>The channels on which contacts have addresses.</summary>
    public static readonly IReadOnlyList<string> Words = [SinchChannels.KakaoTalk, SinchChannels.KakaoTalkChat, SinchChannels.WordOf(Channel.Sms)];

    private const string Shown = "The contact.";
    private const string Channels = "Addresses can be on `KAKAOTALK`, `KAKAOTALKCHAT` and `SMS`. A phone number is kept as its E.164 digits, whatever way it was written.";

    public static readonly Operation Create = SinchReference.DescribeWithBody("Make a contact", Shown, SinchFault.Unavailable) with { Details = Channels };

    public static readonly Operation List = SinchReference.Describe("List contacts", "One page of contacts, newest first.", SinchFault.InvalidArgument) with
    {
        Parameters =
        [
            Parameter.Text("external_id", "Only contacts with this id of yours; not beside `channel` and `identity`."),
            Parameter.Word("channel", "With `identity`: only the contact with this address.", Words),
            Parameter.Text("identity", "The address on `channel`, in any way of writing it."),
            .. SinchReference.Pages(10, 20),
        ],
    };

    public static readonly Operation Get = SinchReference.Describe("Look at a contact", Shown);

    public static readonly Operation Update = SinchReference.DescribeWithBody("Change a contact", Shown, SinchFault.Unavailable) with
    {
        Details = Channels, Parameters = [SinchReference.Mask],
    };

    public static readonly Operation Delete = SinchReference.Describe("Remove a contact", "Removed, with its conversations.", SinchFault.Unavailable);

    public static readonly Operation Merge = SinchReference.DescribeWithBody("Make one contact of two", "The contact that stays.", SinchFault.Unavailable) with
    {
        Details = "The contact in the path stays. It takes the other's conversations, the other's addresses on channels on which it has none, and what it does not say itself.",
    };

    public static readonly Operation Profile = SinchReference.DescribeWithBody("Ask for a person's profile on a channel", "Never: no channel served here shows profiles.");

    public static readonly Operation Conflicts = SinchReference.Describe(
        "List phone numbers that several contacts have", "One page of numbers, ascending, each with its channels and contacts.", SinchFault.InvalidArgument) with
    {
        Parameters = SinchReference.Pages(10, 20),
    };
}
