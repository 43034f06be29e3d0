using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Inbound;

/// <summary>What every store promises of texts that came in. One suite; each adapter has one subclass, which says where its rows are.</summary>
public abstract class InboundStoreConformance(IStoreUnderTest place, Func<IInboundStore> texts) : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly HashSet<long> s_nobody = [];

    private IMessageStore _store = null!;
    private StoreOpening _opening = null!;
    private IInboundStore _texts = null!;

    public async ValueTask InitializeAsync() => await OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return place.DisposeAsync();
    }

    [Fact]
    public async Task A_text_comes_back_with_every_field_as_it_was()
    {
        InboundText[] given =
        [
            Text(1) with { Text = "퀴즈 파리 😀\n\0둘째 줄", Keyword = "퀴즈", Parts = 3, WaitsSince = Samples.Noon.AddMinutes(4) },
            Text(2) with { From = Recipient.Unusable("NARU \uD800"), Text = "", Reference = "id-0x7f", Carrier = "other" },
        ];
        await AddAsync(given);

        await ReopenAsync();

        (await ListAsync()).ShouldBe([given[1], given[0]]);
    }

    [Fact]
    public async Task A_reference_is_known_for_its_carrier_and_stored_once()
    {
        await AddAsync(Text(1) with { Reference = "one" });
        await AddAsync(Text(2) with { Reference = "one", Text = "again" }, Text(3) with { Reference = "one", Carrier = "other" });

        (await ListAsync()).Select(static text => (text.Id, text.Text)).ShouldBe([(3, "안녕"), (1, "안녕")]);
        (await _texts.FindReferencesAsync("mobile", ["two", "one"], s_none)).ShouldBe(["one"]);
        (await _texts.FindReferencesAsync("nobody", ["one"], s_none)).ShouldBeEmpty();
        (await _texts.FindReferencesAsync("mobile", [], s_none)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_is_read_oldest_first_until_it_is_marked_as_told()
    {
        await AddAsync([.. Enumerable.Range(1, 6).Select(id => Text(id) with { WaitsSince = id == 2 ? null : Samples.Noon.AddMinutes(id) }), Text(7, Samples.Other) with { WaitsSince = Samples.Noon }]);

        (await WaitingAsync()).ShouldBe([1, 3, 4, 5, 6]);
        (await WaitingAsync(since: Samples.Noon.AddMinutes(4))).ShouldBe([4, 5, 6]);
        (await WaitingAsync(limit: 2)).ShouldBe([1, 3]);
        (await WaitingAsync(limit: 2, except: [1, 4])).ShouldBe([3, 5]);
        (await _texts.CountWaitingAsync(Samples.Mine, Samples.Noon.AddMinutes(4), s_none)).ShouldBe(3);

        await MarkAsync((3, null), (1, null), (2, Samples.Noon.AddHours(1)), (1, Samples.Noon.AddHours(2)), (99, Samples.Noon));
        await ReopenAsync();

        (await WaitingAsync()).ShouldBe([1, 2, 4, 5, 6]);
        (await ListAsync()).Single(static text => text.Id == 1).WaitsSince.ShouldBe(Samples.Noon.AddHours(2));
    }

    [Fact]
    public async Task A_list_is_of_one_workspace_newest_first_and_narrowed_by_both_numbers()
    {
        await AddAsync([.. Enumerable.Range(1, 4).Select(id => Text(id)), Text(5) with { To = "0212345678" }, Text(6) with { From = Recipient.FromDigits(821099998888) }, Text(7, Samples.Other)]);

        (await IdsAsync(query => query)).ShouldBe([6, 5, 4, 3, 2, 1]);
        (await IdsAsync(query => query with { Limit = 2, BeforeId = 4 })).ShouldBe([3, 2]);
        (await IdsAsync(query => query with { To = "0212345678" })).ShouldBe([5]);
        (await IdsAsync(query => query with { From = Recipient.FromDigits(821099998888) })).ShouldBe([6]);
        (await IdsAsync(query => query with { From = Recipient.FromDigits(821099998888), To = "0212345678" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_texts_leave_in_small_steps_and_their_numbers_are_never_given_again()
    {
        await AddAsync([.. Enumerable.Range(1, 5).Select(id => Text(id))]);

        (await _store.RemoveAsync(RemovalKind.InboundTexts, Samples.Noon.AddMinutes(4), limit: 2)).ShouldBe(2);
        (await _store.RemoveAsync(RemovalKind.InboundTexts, Samples.Noon.AddMinutes(4), limit: 2)).ShouldBe(1);
        (await IdsAsync(query => query)).ShouldBe([5, 4]);
        await _store.RemoveAsync(RemovalKind.InboundTexts, DateTimeOffset.MaxValue);
        await ReopenAsync();

        _opening.NextInbound.ShouldBe(6);
        (await place.CountRowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_purge_takes_every_text_of_the_workspace_and_none_of_others()
    {
        await AddAsync([.. Enumerable.Range(1, 9).Select(id => Text(id, id == 5 ? Samples.Other : Samples.Mine))]);

        while (await _store.RemoveAsync(RemovalKind.Workspace, default, limit: 3, workspace: Samples.Mine) > 0)
        {
        }

        (await ListAsync()).ShouldBeEmpty();
        (await IdsAsync(query => query with { Workspace = Samples.Other })).ShouldBe([5]);
    }

    private static InboundText Text(long id, WorkspaceId? workspace = null) => new(
        id, workspace ?? Samples.Mine, "mobile", $"reference {id}", Recipient.FromDigits(821012345678), "15881234", "안녕", 1, null, Samples.Noon.AddMinutes(id));

    private async Task AddAsync(params InboundText[] given) => await _store.DoAsync(batch => batch.Inbound.AddRange(given));

    private async Task MarkAsync(params (long Text, DateTimeOffset? Since)[] marks) =>
        await _store.DoAsync(batch => batch.InboundMarks.AddRange(marks.Select(static mark => new InboundMark(mark.Text, mark.Since))));

    private async Task<long[]> WaitingAsync(DateTimeOffset? since = null, int limit = 100, HashSet<long>? except = null) =>
        [.. (await _texts.ReadWaitingAsync(Samples.Mine, since ?? DateTimeOffset.UnixEpoch, except ?? s_nobody, limit, s_none)).Select(static text => text.Id)];

    private ValueTask<IReadOnlyList<InboundText>> ListAsync() => _texts.ListAsync(new InboundQuery { Workspace = Samples.Mine }, s_none);

    private async Task<long[]> IdsAsync(Func<InboundQuery, InboundQuery> narrow) =>
        [.. (await _texts.ListAsync(narrow(new InboundQuery { Workspace = Samples.Mine }), s_none)).Select(static text => text.Id)];

    private async Task ReopenAsync()
    {
        await place.CrashAsync();
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        (_store, _opening) = await place.OpenAsync();
        _texts = texts();
    }
}
