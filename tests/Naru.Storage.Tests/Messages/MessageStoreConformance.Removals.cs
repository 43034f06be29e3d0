using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Retention and purges.</summary>
public abstract partial class MessageStoreConformance
{
    [Fact]
    public async Task Finished_messages_leave_in_small_steps_oldest_first()
    {
        await Store.AppendAsync(Samples.Messages(1, 25, sequence => sequence % 5 == 0 ? Samples.Message(sequence) : Samples.Ended(Samples.Message(sequence))));

        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 7)).ShouldBe(7);
        (await Store.ListAsync()).Min().ShouldBe(5);
        (await Store.ListAsync()).Length.ShouldBe(18);
        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 100)).ShouldBe(13);
        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 100)).ShouldBe(0);
        (await Store.ListAsync()).ShouldBe([25, 20, 15, 10, 5]);
    }

    [Fact]
    public async Task Only_what_ended_before_the_instant_leaves()
    {
        await Store.AppendAsync(Samples.Messages(1, 10, sequence => Samples.Ended(Samples.Message(sequence), at: Minute((int)sequence))));

        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Minute(4))).ShouldBe(3);

        (await Store.ListAsync()).Min().ShouldBe(4);
        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Minute(6))).ShouldBe(2);
    }

    [Fact]
    public async Task With_the_messages_leave_their_claims_envelopes_bulks_and_unread_reports()
    {
        var messages = Samples.Messages(1, 6, sequence => Samples.Ended(Samples.Message(sequence, clientId: $"id {sequence}", bulk: s_bulk))).ToArray();
        await Store.DoAsync(batch =>
        {
            batch.Append(messages, Samples.Bulk(s_bulk.Value, 1, 6, 6, true, "spring"), envelope: 1);
            batch.PullAdds.AddRange(messages.Select(m => Samples.Report(m)));
        });
        await Store.CatchUpAsync(s_none);

        await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 4);
        (await PullAsync()).ShouldBe([5, 6]);
        (await Store.ListAsync(q => q with { Bulks = [s_bulk] })).ShouldBe([6, 5]);
        (await Store.FindByClientIdAsync(Samples.Mine, "id 4", s_none)).ShouldBeNull();

        await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 4);
        await Store.CatchUpAsync(s_none);
        (await Store.LoadBulksAsync([s_bulk], s_none)).ShouldBeEmpty();
        (await SearchAsync("인증번호")).ShouldBeEmpty();
        (await Store.AppendAsync(Samples.Message(7, clientId: "id 4"))).Appends.Single().Duplicates.ShouldBeEmpty();
        await Store.RemoveAsync(RemovalKind.Workspace, default, workspace: Samples.Mine);
        await Store.CatchUpAsync(s_none);
        (await place.CountRowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Settled_pushes_leave_in_small_steps()
    {
        await Store.DoAsync(batch => batch.Pushes.AddRange(Enumerable.Range(1, 10).Select(id => Samples.Push(id, state: id == 2 ? PushState.Open : PushState.Done))));

        (await Store.RemoveAsync(RemovalKind.SettledPushes, Minute(8), limit: 4)).ShouldBe(4);
        (await Store.RemoveAsync(RemovalKind.SettledPushes, Minute(8), limit: 4)).ShouldBe(1);
        (await Store.RemoveAsync(RemovalKind.SettledPushes, Minute(8), limit: 4)).ShouldBe(0);

        (await PushListAsync()).ShouldBe([10, 9, 8, 7, 2]);
    }

    [Fact]
    public async Task Numbers_are_never_given_again_after_the_highest_rows_have_left()
    {
        await Store.DoAsync(batch =>
        {
            batch.Append(Samples.Messages(1, 5, sequence => Samples.Ended(Samples.Message(sequence, bulk: s_bulk))), Samples.Bulk(s_bulk.Value, 1, 5, 5, true), envelope: 8);
            batch.Pushes.Add(Samples.Push(11, state: PushState.Done));
        });
        await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1));
        await Store.RemoveAsync(RemovalKind.SettledPushes, Samples.Noon.AddDays(1));

        await ReopenAsync();

        (await Store.ListAsync()).ShouldBeEmpty();
        Opening.NextSequence.ShouldBe(6);
        Opening.NextBulk.ShouldBe(s_bulk.Value + 1);
        Opening.NextPush.ShouldBe(12);
        Opening.NextEnvelope.ShouldBe(9);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3)]
    public async Task A_purge_leaves_no_row_of_the_workspace_and_every_row_of_others(int limit)
    {
        await Store.DoAsync(batch => Fill(batch, Samples.Other, 1000));
        await Store.CatchUpAsync(s_none);
        var others = await place.CountRowsAsync();
        await Store.DoAsync(batch => Fill(batch, Samples.Mine, 1));
        await Store.CatchUpAsync(s_none);

        // Some of it has not been seen by any search yet.
        await Store.AppendAsync(Samples.Messages(3000, 4, sequence => Samples.Message(sequence, clientId: $"tail {sequence}")));
        while (await Store.RemoveAsync(RemovalKind.Workspace, default, limit, Samples.Mine) is var removed and > 0)
        {
            removed.ShouldBeLessThanOrEqualTo(limit);
        }

        await Store.CatchUpAsync(s_none);
        (await place.CountRowsAsync()).ShouldBe(others);
        (await Store.ListAsync()).ShouldBeEmpty();
        (await SearchAsync("인증번호")).ShouldBeEmpty();
        (await Store.ListAsync(workspace: Samples.Other)).Length.ShouldBe(12);

        await Store.RemoveAsync(RemovalKind.Workspace, default, workspace: Samples.Other);
        await Store.CatchUpAsync(s_none);
        (await place.CountRowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_purge_outlives_a_crash_in_its_middle()
    {
        await Store.DoAsync(batch => Fill(batch, Samples.Mine, 1));
        await Store.CatchUpAsync(s_none);
        await Store.RemoveAsync(RemovalKind.Workspace, default, limit: 5, Samples.Mine);

        await ReopenAsync();
        while (await Store.RemoveAsync(RemovalKind.Workspace, default, workspace: Samples.Mine) > 0)
        {
        }

        await Store.CatchUpAsync(s_none);
        (await place.CountRowsAsync()).ShouldBe(0);
    }

    /// <summary>Something in every table.</summary>
    private static void Fill(CommitBatch batch, Core.Workspaces.WorkspaceId workspace, long from)
    {
        var bulk = new BulkKey(from);
        var messages = Samples.Messages(from, 6, sequence => Samples.Ended(Samples.Message(sequence, workspace, $"id {sequence}", bulk: bulk))).ToArray();
        batch.Append(messages, Samples.Bulk(from, from, from + 5, 6, true, "spring", workspace), envelope: from);
        batch.Append(
            Samples.Messages(from + 10, 6, sequence => Samples.Message(sequence, workspace)), claim: Claim(Samples.Noon),
            receipt: new ReceiptAppend("key", Receipt(("1", "a")), 0));
        batch.PullAdds.AddRange(messages.Select(m => Samples.Report(m)));
        batch.Pushes.AddRange([Samples.Push(from, workspace: workspace), Samples.Push(from + 1, workspace: workspace, state: PushState.Done)]);
    }
}
