using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Contacts;

/// <summary>Plain contacts and conversations, and any that can be stored.</summary>
internal static class People
{
    public static Contact Contact(long id, params ContactIdentity[] identities) => new(
        id, Samples.Mine, identities.Length > 0 ? identities : [Kakao(821000000000 + id)], [], Core.Conversations.Contact.Unknown, null, null,
        Core.Conversations.Contact.NoLanguage, null, Samples.Noon.AddMinutes(id), 1);

    public static Conversation Talk(long id, int app = 1, long contact = 1, bool active = true, Channel channel = Channel.AlimTalk) => new(
        id, Samples.Mine, app, contact, active, channel, null, null, null, null, Samples.Noon, Samples.Noon.AddMinutes(id), 1);

    public static ContactIdentity Kakao(long phone) => new(Channel.AlimTalk, Recipient.FromDigits(phone));

    public static ContactIdentity Sms(long phone) => new(Channel.Sms, Recipient.FromDigits(phone));

    public static ContactIdentity Chat(string id, string app = "") => new(Channel.ConsultationTalk, Recipient.Unusable(id), app);

    public static Task<CommitOutcome> TalkAsync(this IMessageStore store, Action<TalkWrites> fill) => store.DoAsync(batch =>
    {
        var writes = new TalkWrites();
        fill(writes);
        batch.Talks.Add(writes);
    });

    private static readonly Gen<Channel> s_channel = Gen.Elements(Enum.GetValues<Channel>());

    private static readonly Gen<ContactIdentity> s_identity =
        from channel in s_channel
        from phone in Gen.Choose(1, int.MaxValue)
        from text in Generators.Text
        from app in Generators.Text
        from isPhone in Gen.Elements(true, false)
        select new ContactIdentity(channel, isPhone ? Recipient.FromDigits(phone) : Recipient.Unusable(text), app);

    public static Gen<Contact> AnyContact(long id) =>
        from identities in Gen.Choose(1, 5).SelectMany(count => s_identity.ArrayOf(count))
        from priority in Gen.Choose(0, 4).SelectMany(count => s_channel.ArrayOf(count))
        from texts in Generators.TextOrNull.ArrayOf(3)
        from name in Generators.Text
        from language in Generators.Text
        from created in Generators.Instant
        from version in Gen.Choose(1, int.MaxValue)
        select new Contact(id, Samples.Mine, identities, priority, name, texts[0], texts[1], language, texts[2], created, version);

    public static Gen<Conversation> AnyTalk(long id) =>
        from app in Gen.Choose(0, int.MaxValue)
        from contact in Gen.Choose(0, int.MaxValue)
        from active in Gen.Elements(true, false)
        from channel in s_channel
        from received in Gen.OneOf(Gen.Constant<DateTimeOffset?>(null), Generators.Instant.Select(at => (DateTimeOffset?)at))
        from texts in Generators.TextOrNull.ArrayOf(3)
        from created in Generators.Instant
        from latest in Generators.Instant
        from version in Gen.Choose(1, int.MaxValue)
        select new Conversation(id, Samples.Mine, app, contact, active, channel, received, texts[0], texts[1], texts[2], created, latest, version);
}
