using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Workspaces;

public sealed class AppRetentionRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RetentionKind.Message)]
    [InlineData(RetentionKind.Conversation)]
    [InlineData(RetentionKind.Persist)]
    public void What_is_on_its_way_is_never_gone(RetentionKind kind)
    {
        foreach (var talk in new[] { false, true })
        {
            AppRetentionRule.IsGone(Message(talk, MessageState.Submitted), App(kind, 1), null, Noon.AddYears(20)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Outside_a_conversation_a_message_is_gone_as_soon_as_it_has_ended_unless_the_app_keeps_it()
    {
        var message = Message(talk: false);

        AppRetentionRule.IsGone(message, App(RetentionKind.Persist, 1, dispatchDays: 0), null, Noon.AddMinutes(1)).ShouldBeTrue();
        AppRetentionRule.IsGone(message, App(RetentionKind.Message, 1, dispatchDays: 7), null, Noon.AddMinutes(1).AddDays(7).AddTicks(-1)).ShouldBeFalse();
        AppRetentionRule.IsGone(message, App(RetentionKind.Message, 1, dispatchDays: 7), null, Noon.AddMinutes(1).AddDays(7)).ShouldBeTrue();
    }

    [Fact]
    public void A_message_of_a_conversation_goes_by_its_own_age()
    {
        var app = App(RetentionKind.Message, 180);

        AppRetentionRule.IsGone(Message(talk: true), app, Noon.AddDays(179), Noon.AddDays(180).AddTicks(-1)).ShouldBeFalse();
        AppRetentionRule.IsGone(Message(talk: true), app, Noon.AddDays(179), Noon.AddDays(180)).ShouldBeTrue();
    }

    [Fact]
    public void Or_by_the_age_of_the_newest_of_its_conversation()
    {
        var app = App(RetentionKind.Conversation, 30);

        AppRetentionRule.IsGone(Message(talk: true), app, Noon.AddDays(20), Noon.AddDays(50).AddTicks(-1)).ShouldBeFalse();
        AppRetentionRule.IsGone(Message(talk: true), app, Noon.AddDays(20), Noon.AddDays(50)).ShouldBeTrue();
        AppRetentionRule.IsGone(Message(talk: true), app, null, Noon.AddDays(30)).ShouldBeTrue();
    }

    [Fact]
    public void Or_not_at_all() =>
        AppRetentionRule.IsGone(Message(talk: true), App(RetentionKind.Persist, 1), null, Noon.AddYears(100)).ShouldBeFalse();

    [Fact]
    public void Where_the_app_is_deleted_the_defaults_hold()
    {
        AppRetentionRule.IsGone(Message(talk: false), null, null, Noon.AddMinutes(1)).ShouldBeTrue();
        AppRetentionRule.IsGone(Message(talk: true), null, null, Noon.AddDays(179)).ShouldBeFalse();
        AppRetentionRule.IsGone(Message(talk: true), null, null, Noon.AddDays(180)).ShouldBeTrue();
    }

    [Fact]
    public void What_is_gone_stays_gone() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from kind in Gen.Elements(RetentionKind.Message, RetentionKind.Conversation, RetentionKind.Persist)
         from days in Gen.Choose(1, 3650)
         from dispatchDays in Gen.Choose(0, 7)
         from talk in Gen.Elements(true, false)
         from first in Gen.Choose(0, 5000)
         from later in Gen.Choose(0, 5000)
         from last in Gen.Choose(0, 5000)
         select (App(kind, days, dispatchDays), Message(talk), Noon.AddDays(first), Noon.AddDays(first + later), Noon.AddDays(last))).ToArbitrary(),
        sample =>
        {
            var (app, message, first, later, last) = sample;
            if (AppRetentionRule.IsGone(message, app, last, first))
            {
                AppRetentionRule.IsGone(message, app, last, later).ShouldBeTrue();
            }
        }));

    private static App App(RetentionKind kind, int days, int dispatchDays = 0) => new(
        1, new WorkspaceId(1), "01HAPP", "app", [], ProcessingMode.Dispatch, new AppRetention(kind, days), dispatchDays, false, null, null, null,
        AppLimits.None, Noon);

    private static Message Message(bool talk, MessageState state = MessageState.Delivered) => new()
    {
        Key = new MessageKey(1, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.Parse("821012345678"),
        Envelope = new Envelope(
            DialectName.Sinch, [new Step("simulator", "key", new AlimTalkContent("t", "x", null, [], null), TimeSpan.FromHours(1))],
            ReportTarget.Subscribers, App: 1, Talk: talk ? new TalkKey(1, 1) : null),
        AcceptedAt = Noon,
        ExpiresAt = Noon.AddHours(1),
        State = state,
        DoneAt = state.IsFinal() ? Noon.AddMinutes(1) : null,
    };
}
