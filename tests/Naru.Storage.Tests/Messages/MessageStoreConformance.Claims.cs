using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Ids that the client chose: of messages, and of whole requests.</summary>
public abstract partial class MessageStoreConformance
{
    [Fact]
    public async Task A_client_id_is_given_once_in_a_workspace()
    {
        await Store.AppendAsync(Samples.Message(1, clientId: "order-1"));

        var again = await Store.AppendAsync(Samples.Message(2, clientId: "order-2"), Samples.Message(3, clientId: "order-1"), Samples.Message(4));

        again.Appends.Single().Kind.ShouldBe(SubmissionOutcomeKind.Stored);
        again.Appends.Single().Duplicates.ShouldBe([1]);
        (await Store.ListAsync()).ShouldBe([4, 2, 1]);
        (await Store.FindByClientIdAsync(Samples.Mine, "order-1", s_none)).ShouldBe(Samples.Message(1).Key);
    }

    [Fact]
    public async Task A_client_id_that_stands_twice_in_a_batch_is_the_first_ones()
    {
        var outcome = await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1, clientId: "a"), Samples.Message(2, clientId: "a")]);
            batch.Append([Samples.Message(3, clientId: "a")]);
        });

        outcome.Appends.Select(a => a.Duplicates).ShouldBe([[1], [0]]);
        (await Store.ListAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Another_workspace_may_use_the_same_client_id()
    {
        await Store.AppendAsync(Samples.Message(1, clientId: "a"));

        (await Store.AppendAsync(Samples.Message(2, workspace: Samples.Other, clientId: "a"))).Appends.Single().Duplicates.ShouldBeEmpty();

        (await Store.FindByClientIdAsync(Samples.Other, "a", s_none)).ShouldBe(Samples.Message(2).Key);
        (await Store.FindByClientIdAsync(Samples.Mine, "b", s_none)).ShouldBeNull();
    }

    [Fact]
    public async Task Client_ids_differ_by_case_and_by_every_unit()
    {
        string[] ids = ["a", "A", "a ", "á", "a\u0301", "\ud800", "\ud801", "\ufffd", ""];

        await Store.AppendAsync(ids.Select((id, i) => Samples.Message(i + 1, clientId: id)));

        for (var i = 0; i < ids.Length; i++)
        {
            (await Store.FindByClientIdAsync(Samples.Mine, ids[i], s_none))!.Value.Sequence.ShouldBe(i + 1);
        }
    }

    [Fact]
    public async Task Client_ids_are_known_after_many_more_of_them_and_a_crash()
    {
        // Enough for whatever an adapter does behind the journey.
        const int Count = 5000;
        await Store.AppendAsync(Samples.Messages(1, Count, sequence => Samples.Message(sequence, clientId: $"id {sequence}")));
        await ReopenAsync();
        await Store.AppendAsync(Samples.Messages(Count + 1, Count, sequence => Samples.Message(sequence, clientId: $"id {sequence}")));

        var again = await Store.AppendAsync(Samples.Messages((2 * Count) + 1, 2 * Count, sequence => Samples.Message(sequence, clientId: $"id {sequence - (2 * Count)}")));

        again.Appends.Single().Duplicates.Count.ShouldBe(2 * Count);
        (await Store.FindByClientIdAsync(Samples.Mine, "id 17", s_none))!.Value.Sequence.ShouldBe(17);
        (await Store.FindByClientIdAsync(Samples.Mine, $"id {Count + 17}", s_none))!.Value.Sequence.ShouldBe(Count + 17);
    }

    [Fact]
    public async Task A_repeated_request_is_answered_as_the_first_and_stores_nothing()
    {
        var receipt = Receipt(("821011112222", "x"), ("821033334444", "y"));
        var first = await RequestAsync(1, receipt);
        first.Kind.ShouldBe(SubmissionOutcomeKind.Stored);

        var again = await RequestAsync(10, Receipt(("1", "other")));

        again.Kind.ShouldBe(SubmissionOutcomeKind.Replayed);
        again.Receipt.ShouldSayTheSameAs(receipt);
        (await Store.ListAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task The_same_key_with_another_body_stores_nothing()
    {
        await RequestAsync(1, Receipt(("1", "a")));

        var other = await RequestAsync(10, Receipt(("1", "b")), body: 99);

        other.Kind.ShouldBe(SubmissionOutcomeKind.KeyReused);
        other.Receipt.ShouldBeNull();
        (await Store.ListAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task A_key_may_be_used_again_when_it_has_expired()
    {
        await RequestAsync(1, Receipt(("1", "a")));

        var later = await RequestAsync(10, Receipt(("1", "b")), body: 99, at: Samples.Noon.AddDays(1));

        later.Kind.ShouldBe(SubmissionOutcomeKind.Stored);
        (await Store.ListAsync()).ShouldBe([10, 1]);
        (await RequestAsync(20, Receipt(("1", "c")), body: 99, at: Samples.Noon.AddDays(1).AddHours(23))).Receipt.ShouldSayTheSameAs(Receipt(("1", "b")));
    }

    [Fact]
    public async Task A_key_belongs_to_its_workspace()
    {
        await RequestAsync(1, Receipt(("1", "a")));

        var outcome = await Store.DoAsync(batch => batch.Append([Samples.Message(2, workspace: Samples.Other)], claim: Claim(Samples.Noon)));

        outcome.Appends.Single().Kind.ShouldBe(SubmissionOutcomeKind.Stored);
    }

    [Fact]
    public async Task A_replay_names_the_duplicates_that_the_first_answer_named()
    {
        await Store.AppendAsync(Samples.Message(1, clientId: "taken"));
        var receipt = Receipt(("1", "earlier chunk"), ("2", "free"), ("3", "taken"));
        var outcome = await Store.DoAsync(batch => batch.Append(
            [Samples.Message(2, clientId: "free"), Samples.Message(3, clientId: "taken")], claim: Claim(Samples.Noon), receipt: new ReceiptAppend("key", receipt, 1)));
        outcome.Appends.Single().Duplicates.ShouldBe([1]);

        var again = await RequestAsync(10, Receipt(("1", "other")));

        again.Receipt!.Messages.Select(line => line.Duplicate).ShouldBe([false, false, true]);
        receipt.Messages.ShouldAllBe(line => !line.Duplicate);
    }

    [Fact]
    public async Task Two_requests_with_one_key_in_a_batch_are_one()
    {
        var receipt = Receipt(("1", "a"));
        var outcome = await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1)], claim: Claim(Samples.Noon), receipt: new ReceiptAppend("key", receipt, 0));
            batch.Append([Samples.Message(2)], claim: Claim(Samples.Noon), receipt: new ReceiptAppend("key", receipt, 0));
        });

        outcome.Appends.Select(a => a.Kind).ShouldBe([SubmissionOutcomeKind.Stored, SubmissionOutcomeKind.Replayed]);
        outcome.Appends[1].Receipt.ShouldSayTheSameAs(receipt);
        (await Store.ListAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Expired_keys_are_removed_in_steps()
    {
        for (var i = 0; i < 5; i++)
        {
            var claim = new IdempotencyClaim($"key {i}", [1], Samples.Noon.AddHours(i));
            await Store.DoAsync(batch => batch.Append([Samples.Message(i + 1)], claim: claim));
        }

        (await Store.RemoveAsync(RemovalKind.ExpiredClaims, Samples.Noon.AddHours(3), limit: 2)).ShouldBe(2);
        (await Store.RemoveAsync(RemovalKind.ExpiredClaims, Samples.Noon.AddHours(3), limit: 2)).ShouldBe(1);
        (await Store.RemoveAsync(RemovalKind.ExpiredClaims, Samples.Noon.AddHours(3), limit: 2)).ShouldBe(0);
    }

    private async Task<SubmissionOutcome> RequestAsync(long sequence, SubmissionReceipt receipt, byte body = 1, DateTimeOffset? at = null) =>
        (await Store.DoAsync(batch => batch.Append(
            [Samples.Message(sequence, acceptedAt: at ?? Samples.Noon)], claim: Claim(at ?? Samples.Noon, body), receipt: new ReceiptAppend("key", receipt, 0)))).Appends.Single();

    private static IdempotencyClaim Claim(DateTimeOffset at, byte body = 1) => new("key", [body, 2, 3], at.AddHours(24));

    private static SubmissionReceipt Receipt(params (string To, string Id)[] lines) =>
        new("bulk", [.. lines.Select((line, i) => new ReceiptLine(new MessageKey(1, i), line.To, line.Id, false))]);
}
