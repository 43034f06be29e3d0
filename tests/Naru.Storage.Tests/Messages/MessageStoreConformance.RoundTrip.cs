using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Every field comes back as it was given, whatever is in it.</summary>
public abstract partial class MessageStoreConformance
{
    private const int Samplings = 200;

    [Fact]
    public async Task A_message_comes_back_with_every_field_as_it_was()
    {
        var messages = Sample(Generators.Message);
        await Store.DoAsync(batch => batch.Appends.AddRange(messages.Select(m => Alone(m, envelope: 0))));

        await ReopenAsync();

        foreach (var message in messages)
        {
            (await Store.LoadAsync(message.Key)).ShouldSayTheSameAs(message);
        }
    }

    [Fact]
    public async Task A_message_comes_back_from_a_shared_envelope_too()
    {
        var messages = Sample(Generators.Message);
        await Store.DoAsync(batch => batch.Appends.AddRange(messages.Select(m => Alone(m, envelope: m.Key.Sequence))));

        await ReopenAsync();

        foreach (var message in messages)
        {
            (await Store.LoadAsync(message.Key)).ShouldSayTheSameAs(message);
        }

        Opening.NextEnvelope.ShouldBe(messages[^1].Key.Sequence + 1);
    }

    [Fact]
    public async Task Any_message_can_become_any_other_later_one()
    {
        var before = Sample(Generators.Message);
        await Store.DoAsync(batch => batch.Appends.AddRange(before.Select(m => Alone(m, envelope: 0))));

        // What is given at acceptance stays.
        var after = Sample(Generators.Message).Zip(before, (changed, given) => changed with
        {
            Key = given.Key, Workspace = given.Workspace, To = given.To, Envelope = given.Envelope, ClientId = given.ClientId, Bulk = given.Bulk,
            AcceptedAt = given.AcceptedAt, Class = given.Class,
        }).ToArray();
        await Store.DoAsync(batch => batch.Transitions.AddRange(after.Zip(before, (changed, given) => new Transition(changed, given.Version))));

        await ReopenAsync();

        foreach (var message in after)
        {
            (await Store.LoadAsync(message.Key)).ShouldSayTheSameAs(message);
        }
    }

    [Fact]
    public async Task A_push_comes_back_with_every_field_as_it_was()
    {
        var pushes = Sample(Generators.Push);
        await Store.DoAsync(batch => batch.Pushes.AddRange(pushes));

        await ReopenAsync();

        foreach (var push in pushes)
        {
            (await Store.LoadPushAsync(push.Id, s_none)).ShouldSayTheSameAs(push);
        }
    }

    [Fact]
    public async Task A_receipt_comes_back_with_every_line_as_it_was()
    {
        var receipts = Sample(_ => Generators.Receipt);
        for (var i = 0; i < receipts.Length; i++)
        {
            var claim = new IdempotencyClaim($"key {i}", [1, 2, 3], Samples.Noon.AddDays(1));
            await Store.DoAsync(batch => batch.Append([Samples.Message(i + 1)], claim: claim, receipt: new ReceiptAppend(claim.Key, receipts[i], 0)));
        }

        await ReopenAsync();

        for (var i = 0; i < receipts.Length; i++)
        {
            var claim = new IdempotencyClaim($"key {i}", [1, 2, 3], Samples.Noon.AddDays(1));
            var outcome = (await Store.DoAsync(batch => batch.Append([Samples.Message(1000 + i)], claim: claim))).Appends.Single();
            outcome.Kind.ShouldBe(SubmissionOutcomeKind.Replayed);
            outcome.Receipt.ShouldSayTheSameAs(receipts[i]);
        }
    }

    /// <summary>The same in every run: a failing sample can be looked at.</summary>
    private static T[] Sample<T>(Func<long, Gen<T>> make) =>
        [.. Enumerable.Range(1, Samplings).Select(i => make(i).Sample(1 + (i / 4), new Rnd((ulong)i, 13), 1).First())];

    private static SubmissionAppend Alone(Message message, long envelope) =>
        new() { Workspace = message.Workspace, Messages = [new AppendedMessage(message, envelope)] };
}
