using Naru.Core.Messages;
using Naru.Engine.Intake;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Limits;

/// <summary>How many messages an app may have accepted and not yet ended.</summary>
public sealed class QueueLimitTests
{
    [Fact]
    public void A_submission_that_would_exceed_it_is_refused_and_stores_nothing()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, maxQueued: 5);
        var first = bench.Submit(3, app: 7);
        var tooMany = bench.Bench.Submit([.. Enumerable.Range(0, 3).Select(i => MachineBench.Message(to: 821000000100 + i, app: 7))]);
        var fits = bench.Bench.Submit([.. Enumerable.Range(0, 2).Select(i => MachineBench.Message(to: 821000000200 + i, app: 7))]);

        bench.Bench.Order().Commit();

        first.ShouldAllBe(t => t.Result == SubmissionResultKind.Stored);
        tooMany.Result.ShouldBe(SubmissionResultKind.QueueFull);
        fits.Result.ShouldBe(SubmissionResultKind.Stored);
        bench.Bench.Disk.Messages.Count.ShouldBe(5);
        bench.Bench.Machine.QueuedOf(7).ShouldBe(5);
    }

    [Fact]
    public void What_ended_makes_room()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, maxQueued: 2);
        bench.Submit(2, app: 7);
        bench.Turn();

        bench.Bench.Machine.QueuedOf(7).ShouldBe(0);
        bench.Submit(2, app: 7);
        bench.Turn();

        bench.Bench.Disk.Messages.Count.ShouldBe(4);
    }

    [Fact]
    public void Messages_without_an_app_and_of_other_apps_are_not_counted()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, maxQueued: 1);
        var others = bench.Submit(50).Concat(bench.Submit(50, app: 8)).ToArray();
        var mine = bench.Submit(1, app: 7);

        bench.Turn();

        others.Concat(mine).ShouldAllBe(t => t.Result == SubmissionResultKind.Stored);
    }

    [Fact]
    public void What_was_not_stored_does_not_stay_counted()
    {
        var bench = new LimitBench { Answer = CarrierAnswer.Taken(null) };
        bench.Limit(app: 7, maxQueued: 4);
        bench.Bench.Submit(MachineBench.Message(clientId: "a", app: 7));
        bench.Bench.Submit(Keyed("key", 1));
        bench.Turn();
        bench.Bench.Submit(MachineBench.Message(clientId: "a", app: 7));
        bench.Turn();
        var again = bench.Bench.Submit(Keyed("key", 1));
        bench.Turn();
        var reused = bench.Bench.Submit(Keyed("key", 2));
        bench.Turn();

        again.Result.ShouldBe(SubmissionResultKind.Replayed);
        reused.Result.ShouldBe(SubmissionResultKind.KeyReused);
        bench.Bench.Machine.QueuedOf(7).ShouldBe(2);
    }

    [Fact]
    public void A_refused_submission_may_come_again_with_its_key()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, maxQueued: 0);
        bench.Bench.Submit(Keyed("key", 1)).Result.ShouldBe(SubmissionResultKind.QueueFull);

        bench.Limit(app: 7, maxQueued: 1);
        var again = bench.Bench.Submit(Keyed("key", 1));
        bench.Turn();

        again.Result.ShouldBe(SubmissionResultKind.Stored);
    }

    [Fact]
    public void A_restart_counts_what_is_open()
    {
        var bench = new LimitBench(kakao: 1);
        bench.Limit(app: 7, maxQueued: 10);
        bench.Submit(10, app: 7);
        bench.Turn();

        bench.Restart();

        bench.Bench.Machine.QueuedOf(7).ShouldBe(9);
        bench.Submit(2, app: 7).Select(t => t.Result).ShouldBe([default, SubmissionResultKind.QueueFull]);
    }

    [Fact]
    public void A_submission_in_chunks_is_counted_from_its_arrival()
    {
        var bench = new LimitBench(settings: new Naru.Engine.Machine.EngineSettings { ChunkRows = 4, FlushRows = 4 });
        bench.Limit(app: 7, maxQueued: 20);
        var bulk = bench.Bench.Submit([.. Enumerable.Range(0, 18).Select(i => MachineBench.Message(to: 821000000000 + i, app: 7))]);

        bench.Submit(3, app: 7).Select(t => t.Result).ShouldBe([default, default, SubmissionResultKind.QueueFull]);
        bench.Turn();

        bulk.Result.ShouldBe(SubmissionResultKind.Stored);
        bench.Play(TimeSpan.FromMilliseconds(20));
        bench.Bench.Machine.QueuedOf(7).ShouldBe(0);
    }

    private static Submission Keyed(string key, byte hash) => new()
    {
        Workspace = MachineBench.Workspace,
        Messages = [MachineBench.Message(app: 7)],
        IdempotencyKey = key,
        BodyHash = [hash],
    };
}
