using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>
/// What every message store promises. One suite: a database that passes it carries the engine. A part for each promise; each adapter has one
/// subclass, which says where its rows are.
/// </summary>
public abstract partial class MessageStoreConformance(IStoreUnderTest place) : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    protected IMessageStore Store { get; private set; } = null!;

    protected StoreOpening Opening { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Store, Opening) = await place.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return place.DisposeAsync();
    }

    /// <summary>The process dies and comes back.</summary>
    protected async Task ReopenAsync()
    {
        await place.CrashAsync();
        (Store, Opening) = await place.OpenAsync();
    }

    [Fact]
    public async Task An_empty_store_starts_at_numbers_that_are_never_zero()
    {
        Opening.NextSequence.ShouldBe(1);
        Opening.NextBulk.ShouldBe(1);
        Opening.NextPush.ShouldBe(1);
        Opening.NextEnvelope.ShouldBe(1);
        Opening.InstallationKey.Length.ShouldBe(32);
        (await Store.OpenLanesAsync(s_none)).ShouldBeEmpty();
        (await Store.CountAsync(null, s_none)).Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_installation_key_stays_the_same()
    {
        var before = Opening.InstallationKey;

        await ReopenAsync();

        Opening.InstallationKey.ShouldBe(before);
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_crash()
    {
        var message = Samples.Message(1, clientId: "mine");
        await Store.AppendAsync(message);
        await Store.UpdateAsync(Samples.Ended(message));

        await ReopenAsync();

        (await Store.LoadAsync(message.Key)).ShouldSayTheSameAs(Samples.Ended(message));
        (await Store.FindByClientIdAsync(Samples.Mine, "mine", s_none)).ShouldBe(message.Key);
        Opening.NextSequence.ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_batch_changes_nothing()
    {
        var outcome = await Store.DoAsync(_ => { });

        outcome.Appends.ShouldBeEmpty();
        outcome.StaleTransitions.ShouldBeEmpty();
        outcome.Removed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_behind()
    {
        var first = Samples.Message(1, clientId: "first");
        await Store.AppendAsync(first);

        // The same place twice: a fault of the caller's, which no outcome can name.
        await Should.ThrowAsync<Exception>(async () => await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(2, clientId: "second")]);
            batch.Append([Samples.Message(1, clientId: "again")]);
            batch.Transitions.Add(new Transition(Samples.Ended(first), first.Version));
        }));

        (await Store.LoadAsync(first.Key)).ShouldSayTheSameAs(first);
        (await Store.LoadAsync(Samples.Message(2).Key)).ShouldBeNull();
        (await Store.FindByClientIdAsync(Samples.Mine, "second", s_none)).ShouldBeNull();
        (await Store.AppendAsync(Samples.Message(2, clientId: "second"))).Appends.Single().Duplicates.ShouldBeEmpty();
    }
}
