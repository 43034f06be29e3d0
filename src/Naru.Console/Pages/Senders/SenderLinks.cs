using Naru.Console.Access;
using Naru.Console.Handset;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Senders;

/// <summary>Where the pages of a sender are, and which sender an address means.</summary>
public static class SenderLinks
{
    /// <param name="page">Below the sender's own, such as <c>/edit</c>.</param>
    public static string PathOf(Visitor visitor, Sender sender, string page = "") => visitor.Path("senders") + "/" + sender.Key + page;

    /// <summary>The address of a phone of the workspace; null where no phones are simulated.</summary>
    public static string? Phone(Visitor visitor, Recipient to, bool sms) => visitor.PlaysKakaoTalk && to.IsPhone
        ? new HandsetAddress { Workspace = visitor.Workspace.PublicId, To = to, Sms = sms }.Url()
        : null;

    /// <summary>The shown workspace's sender with this key; null for anybody else's.</summary>
    public static Sender? Find(Visitor visitor, WorkspaceDirectory directory, string key) =>
        directory.FindSender(key) is { } sender && sender.Workspace == visitor.Workspace.Id ? sender : null;

    /// <summary>As <see cref="Find"/>, but not one that is gone: its channel may be registered anew, under another key.</summary>
    public static Sender? FindLive(Visitor visitor, WorkspaceDirectory directory, string key) =>
        Find(visitor, directory, key) is { State: not SenderState.Deleted } sender ? sender : null;
}
