using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Messages that came through an app: what lists find of them, and how long they stay.</summary>
public abstract partial class MessageStoreConformance
{
    [Fact]
    public async Task Lists_tell_messages_of_conversations_from_those_outside()
    {
        await Store.AppendAsync(Of(1, null), Of(2, new TalkKey(1, 10)), Of(3, new TalkKey(1, 11)), Of(4, new TalkKey(2, 10)));

        (await Store.ListAsync(q => q with { InTalk = true })).ShouldBe([4, 3, 2]);
        (await Store.ListAsync(q => q with { InTalk = false })).ShouldBe([1]);
        (await Store.ListAsync(q => q with { Conversations = [10, 12] })).ShouldBe([4, 2]);
    }

    [Fact]
    public async Task Lists_leave_out_what_was_deleted_where_that_is_asked()
    {
        await Store.AppendAsync(Of(1, null), Of(2, null));
        var stored = (await Store.LoadAsync(new MessageKey(1, 1)))!;
        await Store.UpdateAsync(stored with { Hidden = true, Version = stored.Version + 1 });

        (await Store.ListAsync(q => q with { Hidden = false })).ShouldBe([2]);
        (await Store.ListAsync()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Finished_messages_stay_as_long_as_their_app_keeps_them()
    {
        await Store.AppendAsync(
            Samples.Ended(Of(1, null)),
            Samples.Ended(Of(2, new TalkKey(1, 1))),
            Samples.Ended(Of(3, new TalkKey(1, 1), app: 2)),
            Samples.Ended(Of(4, new TalkKey(1, 1), app: 3)));
        var apps = new[] { App(1, RetentionKind.Message), App(2, RetentionKind.Persist) }.ToDictionary(app => app.Id);

        (await RemoveAsync(apps, Samples.Noon.AddDays(40))).ShouldBe(2); // outside of conversations, and of an app of which nothing is said
        (await Store.ListAsync()).ShouldBe([3, 2]);
        (await RemoveAsync(apps, Samples.Noon.AddDays(181))).ShouldBe(1);
        (await Store.ListAsync()).ShouldBe([3]);
    }

    [Fact]
    public async Task Or_as_long_as_somebody_writes_in_their_conversation()
    {
        await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Ended(Of(1, new TalkKey(1, 10))), Samples.Ended(Of(2, new TalkKey(1, 11))), Samples.Ended(Of(3, new TalkKey(1, 12)))]);
            batch.Talks.Add(new TalkWrites { Conversations = { Talk(10, Samples.Noon.AddDays(100)), Talk(11, Samples.Noon) } });
        });
        var apps = new Dictionary<int, App> { [1] = App(1, RetentionKind.Conversation) };

        (await RemoveAsync(apps, Samples.Noon.AddDays(181))).ShouldBe(2);
        (await Store.ListAsync()).ShouldBe([1]);
        (await RemoveAsync(apps, Samples.Noon.AddDays(281))).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_leaves_of_which_an_open_push_still_tells()
    {
        await Store.DoAsync(batch =>
        {
            batch.Append(Samples.Messages(10, 3, sequence => Samples.Ended(Samples.Message(sequence))));
            batch.Pushes.Add(Samples.Push(1) with { Items = [new PushItem(new MessageKey(10, 10), ReportEvent.Final), new PushItem(new MessageKey(12, 12), ReportEvent.Final)] });
        });

        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1))).ShouldBe(1);
        (await Store.ListAsync()).ShouldBe([12, 10]);

        await Store.DoAsync(batch => batch.Pushes.Add(Samples.Push(1, state: PushState.Done) with { Items = [new PushItem(new MessageKey(10, 10), ReportEvent.Final), new PushItem(new MessageKey(12, 12), ReportEvent.Final)] }));
        (await Store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1))).ShouldBe(2);
    }

    private async Task<int> RemoveAsync(Dictionary<int, App> apps, DateTimeOffset now) => (await Store.DoAsync(batch => batch.Removals.Add(
        new Removal(RemovalKind.FinishedMessages, null, now.AddDays(-30), 1000, new AppPolicies(now, apps))))).Removed.Single();

    private static Message Of(long sequence, TalkKey? talk, int app = 1) =>
        Samples.Message(sequence, envelope: Samples.Envelope(dialect: DialectName.Sinch) with { App = app, Talk = talk });

    private static App App(int id, RetentionKind kind) => new(
        id, Samples.Mine, $"01HAPP{id}", "app", [], ProcessingMode.Conversation, new AppRetention(kind, 180), 0, false, null, null, null, AppLimits.None, Samples.Noon);

    private static Conversation Talk(long id, DateTimeOffset last) =>
        new(id, Samples.Mine, 1, 1, true, Channel.AlimTalk, null, null, null, null, Samples.Noon, last, 1);
}
