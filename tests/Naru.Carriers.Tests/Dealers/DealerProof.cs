using Naru.Core.Messages;
using Naru.Fakes.Dealers;

namespace Naru.Carriers.Tests.Dealers;

/// <summary>What holds of every dealer, whatever breaks on the way. The fake's own journal is the judge.</summary>
public abstract class DealerProof
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_pushed_or_polled_lead_to_the_same_final_states(bool pushes)
    {
        await using var dealer = NewDealer();
        dealer.ResultOf = to => to.EndsWith('3') ? dealer.NoKakaoTalk : to.EndsWith('4') ? "77777" : Delivered;
        await using var world = await StartAsync(dealer, pushes);

        var keys = await world.SendAsync(20);
        var done = await world.UntilAsync(keys, static m => m.IsFinal);

        done.Count(m => m.State == MessageState.Delivered).ShouldBe(16);
        done.Count(m => m is { State: MessageState.Undelivered, ResultCode: "3019" }).ShouldBe(2);
        done.Count(m => m.State == MessageState.Undelivered && m.ResultCode!.EndsWith(":77777", StringComparison.Ordinal)).ShouldBe(2, "an unknown code is kept, and tried once more");
        Accepted(dealer).Count(line => line.Count() > 1).ShouldBe(0);
        dealer.Journal.Lines.Where(line => line.What == "accepted").ShouldAllBe(line => !line.Detail!.Contains("failover", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SendFault.CutBeforeReading)]
    [InlineData(SendFault.CutAfterAccept)]
    [InlineData(SendFault.Slow)]
    [InlineData(SendFault.TooMany)]
    [InlineData(SendFault.Unavailable)]
    public async Task Whatever_happens_to_a_request_each_message_is_at_the_dealer_once(SendFault fault)
    {
        // Later than the carrier finds out by itself: a report would settle it too.
        await using var dealer = NewDealer();
        dealer.ReportAfter = TimeSpan.FromSeconds(4);
        await using var world = await StartAsync(dealer, pushes: true);
        dealer.Faults.Next(fault, 2);

        var keys = await world.SendAsync(30);

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task Messages_of_one_text_share_a_request_and_are_there_once_all_the_same()
    {
        await using var dealer = NewDealer();
        dealer.ReportAfter = TimeSpan.FromSeconds(4);
        await using var world = await StartAsync(dealer, pushes: false);
        dealer.Faults.Next(SendFault.CutAfterAccept);
        dealer.Faults.Next(SendFault.CutBeforeReading);

        var keys = await world.SendAsync(40, text: static _ => "고객님의 택배 1은는 내일에 도착합니다.");

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task A_storm_of_429_ends_with_every_message_there_once()
    {
        await using var dealer = NewDealer();
        await using var world = await StartAsync(dealer, pushes: true);
        dealer.Faults.Next(SendFault.TooMany, 5);

        var keys = await world.SendAsync(25);

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task A_dealer_that_is_away_is_waited_for()
    {
        await using var dealer = NewDealer();
        await using var world = await StartAsync(dealer, pushes: true);
        await dealer.StopAsync();

        var keys = await world.SendAsync(10);
        await world.UntilAsync(keys, static m => m.Timeline.Any(line => line.Kind == TimelineKind.NotSent));
        await dealer.StartAsync();

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task Webhooks_that_are_lost_are_found_by_polling()
    {
        await using var dealer = NewDealer();
        await using var world = await StartAsync(dealer, pushes: true);
        dealer.Faults.Next(PushFault.Lost, 15);

        var keys = await world.SendAsync(15);

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Theory]
    [InlineData(PushFault.Twice)]
    [InlineData(PushFault.Late)]
    public async Task Webhooks_that_come_twice_or_late_say_nothing_new(PushFault fault)
    {
        await using var dealer = NewDealer();
        await using var world = await StartAsync(dealer, pushes: true);
        dealer.Faults.Next(fault, 12);

        var keys = await world.SendAsync(12);
        await world.UntilAsync(keys, static m => m.IsFinal);
        await dealer.Journal.UntilAsync(lines => lines.Count(line => line.What == "webhook-taken") >= (fault == PushFault.Twice ? 24 : 12), s_patience);

        var done = await world.UntilAsync(keys, static m => m.IsFinal);
        Delivered_once(dealer, done);
        done.ShouldAllBe(m => m.Timeline.Count(line => line.Kind == TimelineKind.Ended) == 1 && m.Timeline.All(line => line.Kind != TimelineKind.LateResult));
    }

    [Fact]
    public async Task Reports_of_what_was_sent_before_a_crash_are_taken_after_it()
    {
        await using var dealer = NewDealer();
        dealer.ReportAfter = TimeSpan.FromSeconds(1);
        await using var world = await StartAsync(dealer, pushes: true);

        var keys = await world.SendAsync(20);
        await world.UntilAsync(keys, static m => m.State == MessageState.Submitted);
        await world.KillAsync();
        await dealer.Journal.UntilAsync(static lines => lines.Count(line => line.What == "reported") == 20, s_patience);
        await world.BeginAsync();

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task A_crash_before_the_answer_leaves_every_message_there_once()
    {
        await using var dealer = NewDealer();
        dealer.ReportAfter = TimeSpan.FromSeconds(6);
        await using var world = await StartAsync(dealer, pushes: true);
        dealer.Faults.Next(SendFault.Slow);

        var keys = await world.SendAsync(8);
        await dealer.Journal.UntilAsync(static lines => lines.Any(line => line.What == "slow"), s_patience);
        await world.KillAsync();
        await world.BeginAsync();

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task Several_messages_to_one_number_are_all_taken()
    {
        await using var dealer = NewDealer();
        await using var world = await StartAsync(dealer, pushes: true);

        var keys = await world.SendAsync(6, "010-1234-5678");

        Delivered_once(dealer, await world.UntilAsync(keys, static m => m.IsFinal));
    }

    [Fact]
    public async Task What_the_dealer_never_tells_anything_of_is_counted_as_unknown()
    {
        await using var dealer = NewDealer();
        dealer.ReportAfter = null;
        await using var world = await DealerGateway.StartAsync(
            dealer, pushes: true, IsOnSqlite,
            new JourneyPolicy
            {
                FirstBackoff = TimeSpan.FromMilliseconds(50), MaxBackoff = TimeSpan.FromMilliseconds(50), MaxResends = 3, UnknownWait = TimeSpan.FromSeconds(1),
            });
        dealer.Faults.Next(SendFault.Slow, 50);

        var keys = await world.SendAsync(1);
        await dealer.Journal.UntilAsync(static lines => lines.Any(line => line.What == "accepted"), s_patience);
        await dealer.StopAsync();
        var done = await world.UntilAsync(keys, static m => m.IsFinal);

        done.ShouldAllBe(m => m.State == MessageState.Expired && m.EndReason == EndReason.OutcomeUnknown);
        Accepted(dealer).ShouldAllBe(same => same.Count() == 1);
    }

    [Fact]
    public async Task Test_numbers_and_foreign_numbers_never_reach_the_dealer()
    {
        await using var dealer = NewDealer();
        await using var world = await StartAsync(dealer, pushes: true);

        var keys = await world.SendAsync(1, "+82 10 9999 3018");
        MessageKey[] all = [.. keys, .. await world.SendAsync(1, "+1 212 555 0100")];
        var done = await world.UntilAsync(all, static m => m.IsFinal);

        done.ShouldAllBe(m => m.State == MessageState.Undelivered);
        dealer.Journal.Lines.ShouldNotContain(static line => line.What == "accepted");
    }

    protected abstract DealerUnderTest NewDealer();

    /// <summary>Whether the gateway's store is the durable one; else one in memory that loses what was not committed.</summary>
    protected virtual bool IsOnSqlite => false;

    protected abstract string Delivered { get; }

    private Task<DealerGateway> StartAsync(DealerUnderTest dealer, bool pushes) => DealerGateway.StartAsync(dealer, pushes, IsOnSqlite);

    private static IEnumerable<IGrouping<string?, JournalLine>> Accepted(DealerUnderTest dealer) =>
        dealer.Journal.Lines.Where(line => line.What == "accepted").GroupBy(line => line.Reference, StringComparer.Ordinal);

    /// <summary>A message's references differ by attempt: what counts is how often the message itself is there.</summary>
    private static void Delivered_once(DealerUnderTest dealer, Message[] messages)
    {
        messages.ShouldAllBe(m => m.State == MessageState.Delivered);
        var accepted = dealer.Journal.Lines.Where(line => line.What == "accepted").Select(line => line.Reference!.Split('.')[0]).ToArray();
        accepted.Length.ShouldBe(messages.Length);
        accepted.Distinct(StringComparer.Ordinal).Count().ShouldBe(messages.Length);
    }
}
