using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Conversations;

internal static class People
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly Gen<ContactIdentity> Identity =
        from channel in Gen.Elements(Channel.AlimTalk, Channel.Sms, Channel.ConsultationTalk)
        from number in Gen.Choose(0, 5)
        select Addresses.Read(channel, $"82101234567{number}");

    /// <summary>The same in every run: a failing sample can be looked at.</summary>
    public static IReadOnlyList<T> Drawn<T>(this Gen<T> gen, int count) => [.. gen.Sample(10, new Rnd(7, 13), count)];

    private static readonly Gen<string?> s_said = Gen.Elements<string?>(null, "one", "other");

    public static Gen<Contact> Any(long id) =>
        from identities in Gen.Choose(1, 4).SelectMany(count => Identity.ArrayOf(count))
        from priority in Gen.Choose(0, 3).SelectMany(count => Gen.Elements(Channel.AlimTalk, Channel.Sms, Channel.ConsultationTalk).ArrayOf(count))
        from name in Gen.Elements(Contact.Unknown, "", "Kim")
        from language in Gen.Elements(Contact.NoLanguage, "KO")
        from texts in s_said.ArrayOf(3)
        select new Contact(
            id, new WorkspaceId(7), [.. identities.Distinct()], [.. priority.Distinct()], name, texts[0], texts[1], language, texts[2], Noon, 1);

    public static Conversation Talk(bool active = true, string? metadata = null, string? correlation = null) => new(
        5, new WorkspaceId(7), 1, 3, active, Channel.AlimTalk, null, metadata, null, correlation, Noon, Noon, 1);
}
