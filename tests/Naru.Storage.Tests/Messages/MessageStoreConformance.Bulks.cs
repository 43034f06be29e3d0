using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Bulks that are stored in chunks: all of them exist, or none.</summary>
public abstract partial class MessageStoreConformance
{
    private static readonly BulkKey s_bulk = new(5);

    [Fact]
    public async Task Rows_of_an_unsealed_bulk_exist_for_nobody()
    {
        await Store.AppendAsync(Samples.Message(1));
        await StageAsync(2, 3, @sealed: false);

        (await Store.ListAsync()).ShouldBe([1]);
        (await Store.ListAsync(q => q with { Bulks = [s_bulk] })).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { Keys = [Samples.Message(2).Key] })).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { States = [MessageState.Queued] })).ShouldBe([1]);
        (await Store.ListAsync(q => q with { To = Samples.Message(2).To })).ShouldBe([1]);
        (await Store.LoadAsync(Samples.Message(2).Key)).ShouldBeNull();
        (await Store.FindByClientIdAsync(Samples.Mine, "staged 2", s_none)).ShouldBeNull();
        (await Store.LaneAsync(LaneId.Bulk(s_bulk, MessageClass.Standard))).ShouldBeEmpty();
        (await Store.OpenLanesAsync(s_none)).Select(head => head.Lane).ShouldBe([s_standard]);
        (await Store.LoadBulksAsync([s_bulk], s_none)).ShouldBeEmpty();
        (await Store.FindBulksAsync(Samples.Mine, "spring", s_none)).ShouldBeEmpty();
        (await Store.CountAsync(null, s_none)).Open[MessageState.Queued].ShouldBe(1);
        (await Store.SearchTextAsync(new TextQuery { Workspace = Samples.Mine, Text = "인증번호" }, s_none)).Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_seal_makes_all_chunks_exist_at_once()
    {
        await StageAsync(1, 3, @sealed: false);
        await Store.AppendAsync(Samples.Message(4));
        await Store.DoAsync(batch =>
        {
            batch.Append(Samples.Messages(5, 2, sequence => Staged(sequence)));
            batch.Seals.Add(new BulkSeal(s_bulk, 6));
        });

        (await Store.ListAsync()).ShouldBe([6, 5, 4, 3, 2, 1]);
        (await Store.ListAsync(q => q with { Bulks = [s_bulk] })).ShouldBe([6, 5, 3, 2, 1]);
        (await Store.LaneAsync(LaneId.Bulk(s_bulk, MessageClass.Standard))).ShouldBe([1, 2, 3, 5, 6]);
        (await Store.FindByClientIdAsync(Samples.Mine, "staged 5", s_none)).ShouldBe(Samples.Message(5).Key);
        var sealedBulk = Samples.Bulk(s_bulk.Value, 1, 6, 5, @sealed: true, clientName: "spring");
        (await Store.LoadBulksAsync([new BulkKey(77), s_bulk], s_none)).ShouldBe([sealedBulk]);
        (await Store.FindBulksAsync(Samples.Mine, "spring", s_none)).ShouldBe([sealedBulk]);

        await ReopenAsync();
        (await Store.ListAsync()).Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_bulk_that_was_never_sealed_is_gone_after_a_crash_with_its_claims()
    {
        await Store.AppendAsync(Samples.Message(1, clientId: "kept"));
        await Store.DoAsync(batch => batch.Append(
            Samples.Messages(2, 3, sequence => Staged(sequence)), Samples.Bulk(s_bulk.Value, 2, 0, 6, @sealed: false, "spring"), Claim(Samples.Noon), envelope: 9));
        await Store.DoAsync(batch => batch.Append(Samples.Messages(6, 2, sequence => Staged(sequence)), envelope: 9));
        await Store.AppendAsync(Samples.Message(5));

        await ReopenAsync();

        (await Store.ListAsync()).ShouldBe([5, 1]);
        (await Store.AppendAsync(Samples.Message(20, clientId: "staged 2"))).Appends.Single().Duplicates.ShouldBeEmpty();
        (await Store.AppendAsync(Samples.Message(21, clientId: "kept"))).Appends.Single().Duplicates.ShouldBe([0]);
        (await RequestAsync(30, Receipt(("1", "a")))).Kind.ShouldBe(SubmissionOutcomeKind.Stored);
        await Store.DoAsync(batch => batch.Append([Staged(40)], Samples.Bulk(s_bulk.Value, 40, 0, 1, @sealed: false)));
    }

    [Fact]
    public async Task Numbers_of_a_lost_bulk_are_not_given_again()
    {
        await Store.DoAsync(batch => batch.Append(
            Samples.Messages(1, 4, sequence => Staged(sequence)), Samples.Bulk(s_bulk.Value, 1, 0, 9, @sealed: false), envelope: 3));

        await ReopenAsync();
        await ReopenAsync();

        Opening.NextSequence.ShouldBe(5);
        Opening.NextBulk.ShouldBe(s_bulk.Value + 1);
        Opening.NextEnvelope.ShouldBe(4);
    }

    [Fact]
    public async Task While_a_bulk_is_staged_its_client_ids_are_taken()
    {
        await StageAsync(1, 2, @sealed: false);

        (await Store.AppendAsync(Samples.Message(9, clientId: "staged 2"))).Appends.Single().Duplicates.ShouldBe([0]);
    }

    [Fact]
    public async Task A_bulk_in_one_chunk_may_come_sealed()
    {
        await StageAsync(1, 3, @sealed: true);

        (await Store.ListAsync()).ShouldBe([3, 2, 1]);
        (await Store.OpenLanesAsync(s_none)).Single().Lane.ShouldBe(LaneId.Bulk(s_bulk, MessageClass.Standard));
    }

    [Fact]
    public async Task Several_bulks_may_bear_the_same_name_of_the_clients()
    {
        await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1, bulk: new BulkKey(1))], Samples.Bulk(1, 1, 1, 1, true, "spring"));
            batch.Append([Samples.Message(2, bulk: new BulkKey(3))], Samples.Bulk(3, 2, 2, 1, true, "spring"));
            batch.Append([Samples.Message(3, bulk: new BulkKey(2))], Samples.Bulk(2, 3, 3, 1, true));
            batch.Append([Samples.Message(4, workspace: Samples.Other, bulk: new BulkKey(5))], Samples.Bulk(5, 4, 4, 1, true, "spring", Samples.Other));
        });

        (await Store.FindBulksAsync(Samples.Mine, "spring", s_none)).Select(b => b.Key.Value).ShouldBe([1, 3], ignoreOrder: true);
        (await Store.FindBulksAsync(Samples.Mine, "bulk-2", s_none)).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { Bulks = [new BulkKey(1), new BulkKey(3), new BulkKey(5)] })).ShouldBe([2, 1]);
    }

    private Task StageAsync(long first, int count, bool @sealed) => Store.DoAsync(batch => batch.Append(
        Samples.Messages(first, count, sequence => Staged(sequence)),
        Samples.Bulk(s_bulk.Value, first, @sealed ? first + count - 1 : 0, 5, @sealed, "spring")));

    private static Message Staged(long sequence) => Samples.Message(sequence, bulk: s_bulk, clientId: $"staged {sequence}", staged: true);
}
