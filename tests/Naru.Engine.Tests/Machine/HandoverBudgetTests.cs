using FsCheck;
using FsCheck.Fluent;
using Naru.Engine.Dispatch;

namespace Naru.Engine.Tests.Machine;

public sealed class HandoverBudgetTests
{
    private const double Share = 0.25;

    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly HandoverBudget _budget = new(Share);

    [Fact]
    public void Everything_goes_while_nobody_waits_for_an_answer()
    {
        _budget.Committed(requestsWait: false, accepted: 10, toldOneByOne: 0, s_start);

        _budget.Allowed(5_000, idle: false, s_start).ShouldBe(5_000);
        _budget.EndsAt.ShouldBeNull();
    }

    [Fact]
    public void A_request_or_two_that_came_during_a_commit_hold_back_nothing_worth_speaking_of()
    {
        _budget.Committed(requestsWait: true, accepted: 1, toldOneByOne: 0, s_start);

        _budget.Allowed(40, idle: false, s_start).ShouldBe(40);
    }

    [Fact]
    public void While_requests_press_what_goes_out_is_a_share_of_what_is_accepted()
    {
        var (accepted, sent) = (0, 0);
        for (var commit = 0; commit < 1_000; commit++)
        {
            var now = s_start.AddMilliseconds(commit);
            _budget.Committed(requestsWait: true, accepted: 400, toldOneByOne: 0, now);
            accepted += 400;
            var allowed = _budget.Allowed(5_000, idle: false, now);
            _budget.Spent(allowed);
            sent += allowed;
        }

        sent.ShouldBeInRange((int)(accepted * Share) - HandoverBudget.Burst, (int)(accepted * Share) + HandoverBudget.Burst);
    }

    [Fact]
    public void Messages_that_are_told_of_one_by_one_go_out_as_fast_as_they_come()
    {
        var sent = 0;
        for (var commit = 0; commit < 1_000; commit++)
        {
            var now = s_start.AddMilliseconds(commit);
            _budget.Committed(requestsWait: true, accepted: 120, toldOneByOne: 40, now);
            var allowed = _budget.Allowed(5_000, idle: false, now);
            _budget.Spent(allowed);
            sent += allowed;
        }

        sent.ShouldBeInRange(60_000 - HandoverBudget.Burst, 60_000 + HandoverBudget.Burst, "40 whole and a quarter of 80, each commit");
    }

    [Fact]
    public void Commits_that_find_nobody_waiting_end_the_press()
    {
        Press();

        for (var i = 0; i < HandoverBudget.CalmCommits; i++)
        {
            _budget.Allowed(5_000, idle: false, s_start).ShouldBe(0);
            _budget.Committed(requestsWait: false, accepted: 0, toldOneByOne: 0, s_start);
        }

        _budget.Allowed(5_000, idle: false, s_start).ShouldBe(5_000);
    }

    [Fact]
    public void Silence_ends_it_too_and_the_machine_is_told_when()
    {
        Press();
        var end = _budget.EndsAt.ShouldNotBeNull();

        _budget.Allowed(5_000, idle: true, end.AddTicks(-1)).ShouldBe(0);
        _budget.Allowed(5_000, idle: false, end).ShouldBe(0, "a slow disk is no silence");
        _budget.Allowed(5_000, idle: true, end).ShouldBe(5_000);
        _budget.EndsAt.ShouldBeNull();
    }

    [Fact]
    public void It_never_allows_more_than_is_wanted_or_less_than_nothing() =>
        Prop.ForAll<(bool Waits, ushort Accepted, ushort Wanted, bool Idle)[]>(KeepsWithinWhatIsWanted).QuickCheckThrowOnFailure();

    private static bool KeepsWithinWhatIsWanted((bool Waits, ushort Accepted, ushort Wanted, bool Idle)[] story)
    {
        var (budget, now) = (new HandoverBudget(Share), s_start);
        foreach (var (waits, accepted, wanted, idle) in story)
        {
            budget.Committed(waits, accepted, toldOneByOne: accepted / 2, now);
            var allowed = budget.Allowed(wanted, idle, now);
            if (allowed < 0 || allowed > wanted)
            {
                return false;
            }

            budget.Spent(allowed);
            now = now.AddMilliseconds(accepted % 8);
        }

        return true;
    }

    /// <summary>Requests wait and what was saved is spent.</summary>
    private void Press()
    {
        _budget.Committed(requestsWait: true, accepted: 0, toldOneByOne: 0, s_start);
        _budget.Spent(_budget.Allowed(5_000, idle: false, s_start));
    }
}
