using Naru.Console.Pages.Messages;
using Naru.Console.Text;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine;

namespace Naru.Console.Tests.Pages.Bulks;

/// <summary>What a message waits for, in words. It is Monday, 23 November 2026, 03:00 UTC, unless said otherwise.</summary>
public sealed class MessagePlanTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryWindow s_office = new(WeekDays.All, new TimeOnly(6, 0), new TimeOnly(9, 0));

    [Fact]
    public void A_message_that_waits_for_nothing_says_nothing() => Plan(Waiting()).ShouldBeEmpty();

    [Fact]
    public void The_window_that_opens_is_named() => Plan(Waiting(s_office)).ShouldBe(["It waits for the delivery window that opens at 2026-11-23 15:00:00."]);

    [Fact]
    public void The_window_is_looked_at_from_the_start_that_was_asked_for() => Plan(Waiting(s_office), Bulk(sendAt: s_now.AddHours(7))).ShouldBe(
        ["It is scheduled for 2026-11-23 19:00:00.", "It waits for the delivery window that opens at 2026-11-24 15:00:00."]);

    [Fact]
    public void An_advertisement_waits_for_the_morning() => Plan(Waiting(advertisement: true), now: s_now.AddHours(9)).ShouldBe(
        ["Advertisements do not leave at night: it waits until 2026-11-24 08:00:00."]);

    [Fact]
    public void What_can_never_leave_is_told() => Plan(Waiting(new DeliveryWindow(WeekDays.All, new TimeOnly(13, 0), new TimeOnly(15, 0)), advertisement: true)).ShouldBe(
        ["It can never leave: its window and the hours of advertisements are never open together."]);

    [Fact]
    public void The_next_slot_of_its_bulk_is_named() => Plan(Waiting(), Bulk(pace: new EvenPace(30, TimeSpan.FromHours(1)))).ShouldBe(
        ["Messages of its bulk leave one every 2m; the next slot is at 2026-11-23 12:01:00."]);

    [Fact]
    public void A_paused_bulk_is_told_first() =>
        Plan(Waiting(s_office), Bulk(BulkStatus.Paused))[0].ShouldBe("It waits: it is paused.");

    [Fact]
    public void How_long_it_had_waited_is_told_afterwards() => Plan(Waiting() with { Attempt = 1, SentAt = s_now.AddMinutes(90) }).ShouldBe(
        ["It was sent 1h 30m after it was accepted."]);

    [Fact]
    public void What_was_sent_at_once_says_nothing() => Plan(Waiting() with { Attempt = 1, SentAt = s_now.AddMilliseconds(30) }).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-11-24T02:00:00Z", "It is scheduled for 2026-11-24 11:00:00.")]
    [InlineData("2026-11-23T06:00:00Z", "It waits for the delivery window that opens at 2026-11-23 15:00:00.")]
    public void A_message_alone_says_what_its_own_instant_is(string at, string said) =>
        Plan(Alone(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe([said]);

    [Fact]
    public void A_message_that_is_held_says_so() => Plan(Alone(s_now.AddHours(1)) with { LookAt = Journey.Never }).ShouldBe(["It waits: it is paused."]);

    private static Message Alone(DateTimeOffset at) => Waiting(s_office) with
    {
        Lane = LaneId.None,
        LookAt = at,
        Timeline = [new TimelineEvent(s_now, TimelineKind.Accepted, 0, 0) { Until = at }],
    };

    private static IReadOnlyList<string> Plan(Message message, BulkStanding? bulk = null, DateTimeOffset? now = null) =>
        MessagePlan.Of(message, bulk, now ?? s_now, ZoneChoice.Korea, Words.English.Bulks);

    private static BulkStanding Bulk(BulkStatus status = BulkStatus.Processing, DateTimeOffset? sendAt = null, EvenPace? pace = null) => new(
        "b",
        status,
        sendAt ?? s_now.AddHours(-1),
        s_now.AddHours(-1),
        10,
        5,
        new BulkTiming(BulkState.Running, 1, sendAt, pace, s_now, s_now.AddMinutes(1), [new BulkLine(null, false, MessageClass.Standard)], "simulator", 0),
        null);

    private static Message Waiting(DeliveryWindow? window = null, bool advertisement = false) => new()
    {
        Key = new MessageKey(0, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.Parse("821012345678"),
        AcceptedAt = s_now,
        ExpiresAt = s_now.AddDays(2),
        State = MessageState.Scheduled,
        Lane = LaneId.Bulk(BulkKey.AtOrAfter(1, true), MessageClass.Standard, 0),
        Envelope = new Envelope(
            DialectName.Infobip,
            [new Step("simulator", "s", new AlimTalkContent("t", "x", null, [], null), TimeSpan.FromDays(2))],
            ReportTarget.Pull,
            Window: window,
            IsAdvertisement: advertisement),
    };
}
