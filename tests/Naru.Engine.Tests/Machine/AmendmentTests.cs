using Naru.Core.Messages;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Machine;

/// <summary>Owners change and hide their messages while these are on their journey, and afterwards.</summary>
public sealed class AmendmentTests
{
    [Fact]
    public void A_change_is_answered_when_it_is_durable()
    {
        var bench = new MachineBench();
        var key = Ended(bench);

        var ticket = Amend(bench, key, new Amendment("new"));
        bench.Order();
        bench.Tell(new EngineEvent.Loaded([key], bench.Disk.Load([key]))).Order();
        bench.Commands.Signals.ShouldBeEmpty();
        bench.Commit();

        bench.Commands.Signals.ShouldBe([ticket.Done]);
        ticket.Done.Value!.CallbackData.ShouldBe("new");
        bench.Disk.Find(key)!.ShouldSatisfyAllConditions(m => m.CallbackData.ShouldBe("new"), m => m.State.ShouldBe(MessageState.Delivered));
    }

    [Fact]
    public void A_change_of_a_message_that_is_being_handed_over_does_not_disturb_it()
    {
        var bench = new MachineBench();
        var ticket = bench.Submit(MachineBench.Message());
        bench.Settle();
        var key = ticket.Keys[0];
        var order = MachineBench.Take(bench.Commands.Submits)[0];

        Amend(bench, key, new Amendment("new", Hide: true));
        bench.Settle();
        bench.Answer(order, CarrierAnswer.Done("0000", bench.Now)).Settle();

        bench.Disk.Find(key)!.ShouldSatisfyAllConditions(
            m => (m.State, m.CallbackData, m.Hidden).ShouldBe((MessageState.Delivered, "new", true)), m => m.Attempt.ShouldBe(1));
        bench.Commands.Submits.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_in_the_same_flush_as_the_first_attempt_does_not_lose_the_attempt()
    {
        var bench = new MachineBench(carriers: new() { ["kakao"] = new(false, 100) });
        var ticket = bench.Submit(MachineBench.Message());
        bench.Order().Commit();
        var key = ticket.Keys[0];
        bench.Order();
        var read = bench.Read(MachineBench.Take(bench.Commands.LaneReads).ShouldHaveSingleItem());
        bench.Tell(read);
        Amend(bench, key, new Amendment("new"));
        bench.Settle();

        bench.Commands.Submits.ShouldHaveSingleItem().Messages.ShouldHaveSingleItem().Key.ShouldBe(key);
        bench.Disk.Find(key)!.CallbackData.ShouldBe("new");
    }

    [Fact]
    public void Several_changes_at_once_are_made_one_after_the_other()
    {
        var bench = new MachineBench();
        var key = Ended(bench);

        var tickets = new[] { "a", "b", "c" }.Select(data => Amend(bench, key, new Amendment(data))).ToArray();
        bench.Settle();

        tickets.Select(t => t.Done.Value!.CallbackData).ShouldBe(["a", "b", "c"]);
        bench.Commands.Signals.Count.ShouldBe(3);
        bench.Disk.Find(key)!.CallbackData.ShouldBe("c");
    }

    [Fact]
    public void A_change_that_changes_nothing_is_answered_too()
    {
        var bench = new MachineBench();
        var key = Ended(bench);
        Amend(bench, key, new Amendment("a"));
        bench.Settle();
        bench.Commands.Signals.Clear();

        var again = Amend(bench, key, new Amendment("a"));
        bench.Settle();

        bench.Commands.Signals.ShouldBe([again.Done]);
        again.Done.Value!.CallbackData.ShouldBe("a");
    }

    [Fact]
    public void A_message_that_is_not_there_cannot_be_changed()
    {
        var bench = new MachineBench();

        var ticket = Amend(bench, new MessageKey(1, 999), new Amendment("a"));
        bench.Settle();

        bench.Commands.Signals.ShouldBe([ticket.Done]);
        ticket.Done.Value.ShouldBeNull();
    }

    [Fact]
    public void A_change_is_not_made_on_a_message_as_it_was_before_it_moved_on()
    {
        var bench = new MachineBench();
        var key = Taken(bench);
        Amend(bench, key, new Amendment("new"));
        bench.Order();
        var keys = MachineBench.Take(bench.Commands.Loads);
        var old = new EngineEvent.Loaded(keys, bench.Disk.Load(keys));

        bench.Now = bench.Disk.Find(key)!.ExpiresAt;
        bench.Settle();
        bench.Disk.Find(key)!.State.ShouldBe(MessageState.Expired);
        bench.Tell(old).Settle();

        (bench.Disk.Find(key)!.State, bench.Disk.Find(key)!.CallbackData).ShouldBe((MessageState.Expired, "new"));
    }

    [Fact]
    public void When_the_store_fails_nobody_is_left_waiting()
    {
        var bench = new MachineBench();
        var key = Ended(bench);
        var committing = Amend(bench, key, new Amendment("a"));
        bench.Order();
        bench.Tell(new EngineEvent.Loaded(MachineBench.Take(bench.Commands.Loads), bench.Disk.Load([key]))).Order();
        var loading = Amend(bench, new MessageKey(1, 999), new Amendment("b"));

        bench.Tell(new EngineEvent.CommitFailed("disk full"));
        var late = Amend(bench, key, new Amendment("c"));

        bench.Commands.Failed.ShouldBe([committing.Done, loading.Done, late.Done]);
    }

    private static AmendTicket Amend(MachineBench bench, MessageKey key, Amendment amendment)
    {
        var ticket = new AmendTicket(key, amendment);
        bench.Tell(new EngineEvent.Amended(ticket));
        return ticket;
    }

    private static MessageKey Taken(MachineBench bench)
    {
        var ticket = bench.Submit(MachineBench.Message());
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits)[0], CarrierAnswer.Taken("reference")).Settle();
        bench.Commands.Signals.Clear();
        return ticket.Keys[0];
    }

    private static MessageKey Ended(MachineBench bench)
    {
        var key = Taken(bench);
        bench.Report(key, "0000");
        bench.Settle();
        bench.Commands.Signals.Clear();
        return key;
    }
}
