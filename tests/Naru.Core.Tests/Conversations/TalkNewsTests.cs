using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;

namespace Naru.Core.Tests.Conversations;

public sealed class TalkNewsTests
{
    [Fact]
    public void Contacts_are_told_of_when_they_come_change_and_go()
    {
        var kim = People.Any(1).Drawn(1)[0];

        TalkNews.Of(null, kim).ShouldBe(ReportEvent.ContactCreated);
        TalkNews.Of(kim, null).ShouldBe(ReportEvent.ContactDeleted);
        TalkNews.Of(kim, kim with { Email = "kim@example.test" }).ShouldBe(ReportEvent.ContactUpdated);
        TalkNews.Of(kim, kim with { Identities = [.. kim.Identities], Version = 9 }).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, true, ReportEvent.ConversationStarted)]
    [InlineData(null, false, null)]
    [InlineData(true, true, null)]
    [InlineData(true, false, ReportEvent.ConversationStopped)]
    [InlineData(false, true, ReportEvent.ConversationStarted)]
    [InlineData(false, false, null)]
    [InlineData(true, null, ReportEvent.ConversationDeleted)]
    [InlineData(false, null, ReportEvent.ConversationDeleted)]
    [InlineData(null, null, null)]
    public void Conversations_are_told_of_when_they_begin_stop_and_go(bool? before, bool? after, ReportEvent? told) =>
        TalkNews.Of(before is { } was ? People.Talk(was) : null, after is { } has ? People.Talk(has, metadata: "{}") : null).ShouldBe(told);

    [Fact]
    public void A_message_that_says_nothing_new_writes_nothing_for_a_minute()
    {
        var talk = People.Talk(correlation: "c", metadata: """{"a":1}""");

        talk.Used(Channel.AlimTalk, null, null, merge: false, People.Noon.AddSeconds(59)).ShouldBeSameAs(talk);
        talk.Used(Channel.AlimTalk, "c", """{"a":1}""", merge: true, People.Noon.AddSeconds(59)).ShouldBeSameAs(talk);
        talk.Used(Channel.AlimTalk, null, null, merge: false, People.Noon.AddSeconds(60)).LastMessageAt.ShouldBe(People.Noon.AddSeconds(60));
    }

    [Fact]
    public void What_really_changes_is_written_at_once()
    {
        var talk = People.Talk(metadata: """{"a":1}""");
        var now = People.Noon.AddSeconds(1);

        talk.Used(Channel.Sms, null, null, merge: false, now).ShouldBe(talk with { ActiveChannel = Channel.Sms, LastMessageAt = now, Version = 2 });
        talk.Used(Channel.AlimTalk, "c", null, merge: false, now).CorrelationId.ShouldBe("c");
        talk.Used(Channel.AlimTalk, null, """{"b":2}""", merge: false, now).MetadataJson.ShouldBe("""{"b":2}""");
        talk.Used(Channel.AlimTalk, null, """{"b":2}""", merge: true, now).MetadataJson.ShouldBe("""{"a":1,"b":2}""");
    }

    [Fact]
    public void The_latest_message_never_becomes_an_older_one() =>
        People.Talk().Used(Channel.Sms, null, null, merge: false, People.Noon.AddDays(-1)).LastMessageAt.ShouldBe(People.Noon);
}
