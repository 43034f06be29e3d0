using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Conversations;

namespace Naru.Engine.Tests.Conversations;

internal static class Orders
{
    public const string Kim = "821011112222";
    public const string Lee = "821033334444";

    public static TalkOrder To(string phone, params Channel[] more) => new(null, [OnKakao(phone), .. more.Select(channel => Addresses.Read(channel, phone))], Channel.AlimTalk);

    public static TalkOrder To(long contact) => new(contact, [], Channel.AlimTalk);

    public static ContactIdentity OnKakao(string phone) => Addresses.Read(Channel.AlimTalk, phone);

    public static ContactIdentity Sms(string phone) => Addresses.Read(Channel.Sms, phone);

    public static Contact Contact(WorkspaceId workspace, params ContactIdentity[] identities) =>
        new(0, workspace, identities, [], "Kim", null, null, "KO", null, default, 1);

    public static Conversation Talk(App app, long contact, bool active = true) =>
        new(0, app.Workspace, app.Id, contact, active, Channel.AlimTalk, null, null, null, null, default, default, 1);
}
