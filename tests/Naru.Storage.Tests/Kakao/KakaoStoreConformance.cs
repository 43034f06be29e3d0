using Naru.Engine.Kakao;
using Naru.Engine.Kakao.OpenId;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Storage.Tests.Kakao;

/// <summary>What every store of the Developers platform promises.</summary>
public abstract class KakaoStoreConformance : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    protected abstract IKakaoStore Store { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>The process ends and comes back.</summary>
    protected abstract ValueTask ReopenAsync();

    [Fact]
    public async Task An_empty_store_holds_nothing() => (await Store.LoadAllAsync(s_none)).ShouldBeEmpty();

    [Fact]
    public async Task Rows_come_back_as_they_were_by_kind_and_key()
    {
        KakaoRow[] rows = [.. Enum.GetValues<KakaoRowKind>().Select(kind => new KakaoRow(kind, $"키 {kind}", $$"""{"text":"{{kind}} 👍 \u0000 \ud800"}"""))];
        await Store.ApplyAsync([.. rows.Reverse()], [], s_none);
        await ReopenAsync();

        (await Store.LoadAllAsync(s_none)).ShouldBe(rows);
    }

    [Fact]
    public async Task A_row_is_replaced_by_kind_and_key_and_no_other()
    {
        await Store.ApplyAsync([new(KakaoRowKind.App, "1", "a"), new(KakaoRowKind.Person, "1", "p")], [], s_none);
        await Store.ApplyAsync([new(KakaoRowKind.App, "1", "b")], [], s_none);

        (await Store.LoadAllAsync(s_none)).ShouldBe([new(KakaoRowKind.App, "1", "b"), new(KakaoRowKind.Person, "1", "p")]);
    }

    [Fact]
    public async Task What_is_removed_and_written_in_one_change_is_written()
    {
        await Store.ApplyAsync([new(KakaoRowKind.Token, "old", "1"), new(KakaoRowKind.Token, "same", "1")], [], s_none);
        await Store.ApplyAsync([new(KakaoRowKind.Token, "same", "2")], [(KakaoRowKind.Token, "old"), (KakaoRowKind.Token, "same"), (KakaoRowKind.Token, "never there")], s_none);
        await ReopenAsync();

        (await Store.LoadAllAsync(s_none)).ShouldBe([new(KakaoRowKind.Token, "same", "2")]);
    }

    [Fact]
    public async Task Changes_side_by_side_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Store.ApplyAsync([new(KakaoRowKind.Counter, $"{i:D2}", "1")], [], s_none).AsTask()));

        (await Store.LoadAllAsync(s_none)).Count.ShouldBe(50);
    }

    [Fact]
    public async Task A_key_that_was_published_signs_when_its_time_comes_whoever_reads_the_store_then()
    {
        var clock = new GatewayClock(TimeProvider.System);
        string first, second;
        using (var directory = await DirectoryAsync(clock))
        {
            var keys = new SigningKeys(directory, new KakaoOptions());
            first = (await keys.SignerAsync(s_none)).Id;
            clock.Advance(TimeSpan.FromDays(89));
            second = (await keys.PublishedAsync(s_none))[^1].Id;
            (await keys.SignerAsync(s_none)).Id.ShouldBe(first);
        }

        await ReopenAsync();
        clock.Advance(TimeSpan.FromDays(1));
        using (var later = await DirectoryAsync(clock))
        {
            (await new SigningKeys(later, new KakaoOptions()).SignerAsync(s_none)).Id.ShouldBe(second);
            clock.Advance(TimeSpan.FromDays(2));
            (await new SigningKeys(later, new KakaoOptions()).PublishedAsync(s_none)).Select(key => key.Id).ShouldBe([second]);
        }

        (await Store.LoadAllAsync(s_none)).ShouldHaveSingleItem().Key.ShouldBe(second);
    }

    private async Task<KakaoDirectory> DirectoryAsync(GatewayClock clock)
    {
        var directory = new KakaoDirectory(Store, new PlainBox(), clock, new SystemRandomSource());
        await directory.LoadAsync(s_none);
        return directory;
    }

    private sealed class PlainBox : ISecretBox
    {
        public string Seal(string secret) => secret;

        public string Open(string sealedSecret) => sealedSecret;
    }
}
