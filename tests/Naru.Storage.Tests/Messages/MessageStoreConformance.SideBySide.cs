using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Readers beside the writer.</summary>
public abstract partial class MessageStoreConformance
{
    [Fact]
    public async Task Readers_see_whole_batches_while_commits_go_on()
    {
        const int Batches = 150;
        const int Size = 20;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var readings = 0;
            while (!stop.IsCancellationRequested || readings == 0)
            {
                var lane = await Store.ReadLaneAsync(s_standard, DateTimeOffset.MaxValue, null, 10_000, s_none);
                (lane.Messages.Count % Size).ShouldBe(0);
                var list = await Store.ListAsync(new MessageQuery { Workspace = Samples.Mine, Limit = 10_000 }, s_none);
                (list.Count % Size).ShouldBe(0);
                list.Count.ShouldBeGreaterThanOrEqualTo(lane.Messages.Count);
                list.Select(m => m.Key.Sequence).ShouldBe(Enumerable.Range(1, list.Count).Reverse().Select(i => (long)i));
                readings++;
            }
        })).ToArray();

        for (var i = 0; i < Batches; i++)
        {
            await Store.AppendAsync(Samples.Messages((i * Size) + 1, Size));
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        (await Store.CountAsync(null, s_none)).Open[MessageState.Queued].ShouldBe(Batches * Size);
    }

    [Fact]
    public async Task Nobody_sees_a_part_of_a_bulk_that_is_being_sealed()
    {
        const int Bulks = 40;
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                ((await Store.ListAsync(q => q with { Limit = 10_000 })).Length % 6).ShouldBe(0);
            }
        });

        for (var i = 0; i < Bulks; i++)
        {
            var key = new BulkKey(i + 1);
            long first = (i * 6) + 1;
            await Store.DoAsync(batch => batch.Append(Rows(key, first), Samples.Bulk(key.Value, first, 0, 6, false)));
            await Store.DoAsync(batch => batch.Append(Rows(key, first + 2)));
            await Store.DoAsync(batch =>
            {
                batch.Append(Rows(key, first + 4));
                batch.Seals.Add(new BulkSeal(key, first + 5));
            });
        }

        await stop.CancelAsync();
        await reader;

        static IEnumerable<Message> Rows(BulkKey bulk, long first) => Samples.Messages(first, 2, sequence => Samples.Message(sequence, bulk: bulk, staged: true));
    }
}
