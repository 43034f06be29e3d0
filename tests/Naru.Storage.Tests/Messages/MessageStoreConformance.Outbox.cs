using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Reports on their way: the pull queue and the pushes.</summary>
public abstract partial class MessageStoreConformance
{
    [Fact]
    public async Task Reports_wait_until_they_are_consumed_oldest_first()
    {
        var messages = await ReportedAsync(Samples.Messages(1, 4));

        (await PullAsync()).ShouldBe([1, 2, 3, 4]);
        (await PullAsync(q => q with { Limit = 2 })).ShouldBe([1, 2]);
        (await PullAsync(q => q with { Except = new HashSet<MessageKey> { messages[0].Key, messages[2].Key } })).ShouldBe([2, 4]);

        await Store.DoAsync(batch => batch.PullConsumed.AddRange([Samples.Report(messages[0]), Samples.Report(messages[2])]));
        await ReopenAsync();

        (await PullAsync()).ShouldBe([2, 4]);
        (await Store.CountAsync(Samples.Mine, s_none)).PullQueue.ShouldBe(2);
        (await Store.CountAsync(Samples.Other, s_none)).PullQueue.ShouldBe(0);
    }

    [Fact]
    public async Task A_report_says_when_it_came_into_the_queue()
    {
        var message = (await ReportedAsync(Samples.Message(1))).Single();

        (await Store.ReadPullQueueAsync(Pull(), s_none)).ShouldBe([Samples.Report(message)]);
    }

    [Fact]
    public async Task A_message_has_at_most_one_report_in_the_queue()
    {
        var message = (await ReportedAsync(Samples.Message(1))).Single();

        await Store.DoAsync(batch => batch.PullAdds.Add(Samples.Report(message) with { At = Samples.Noon.AddDays(1) }));

        (await Store.ReadPullQueueAsync(Pull(), s_none)).ShouldBe([Samples.Report(message)]);
    }

    [Fact]
    public async Task A_report_of_a_message_that_is_gone_does_not_enter_the_queue()
    {
        await Store.DoAsync(batch => batch.PullAdds.Add(Samples.Report(Samples.Message(1))));

        (await PullAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pull_queue_is_read_by_every_filter()
    {
        var plain = Samples.Envelope(entity: "e", application: "a", campaign: "c");
        await Store.DoAsync(batch => batch.Append([Samples.Message(1, bulk: s_bulk)], Samples.Bulk(s_bulk.Value, 1, 1, 1, true)));
        await Store.UpdateAsync(Samples.Ended(Samples.Message(1, bulk: s_bulk)));
        await Store.DoAsync(batch => batch.PullAdds.Add(Samples.Report(Samples.Ended(Samples.Message(1)))));
        await ReportedAsync(
            Samples.Message(2, envelope: plain), Samples.Message(3, workspace: Samples.Other), Samples.Message(4, envelope: Samples.Envelope(dialect: DialectName.Sinch)),
            Samples.Message(5, acceptedAt: Samples.Noon.AddDays(1)));
        await Store.AppendAsync(Samples.Ended(Samples.Message(6)));
        await Store.DoAsync(batch => batch.PullAdds.Add(Samples.Report(Samples.Ended(Samples.Message(6)), Channel.Sms)));

        (await PullAsync()).ShouldBe([1, 2, 5]);
        (await PullAsync(q => q with { Bulk = s_bulk })).ShouldBe([1]);
        (await PullAsync(q => q with { Bulk = new BulkKey(99) })).ShouldBeEmpty();
        (await PullAsync(q => q with { Key = Samples.Message(5).Key })).ShouldBe([5]);
        (await PullAsync(q => q with { Key = Samples.Message(5).Key with { Partition = 60 } })).ShouldBeEmpty();
        (await PullAsync(q => q with { EntityId = "e" })).ShouldBe([2]);
        (await PullAsync(q => q with { ApplicationId = "a" })).ShouldBe([2]);
        (await PullAsync(q => q with { CampaignReference = "c" })).ShouldBe([2]);
        (await PullAsync(q => q with { CampaignReference = "d" })).ShouldBeEmpty();
        (await PullAsync(q => q with { Since = Samples.Noon.AddDays(1) })).ShouldBe([5]);
        (await PullAsync(q => q with { Dialect = DialectName.Sinch })).ShouldBe([4]);
        (await PullAsync(q => q with { Channel = Channel.Sms })).ShouldBe([6]);
        (await PullAsync(q => q with { Workspace = Samples.Other })).ShouldBe([3]);
    }

    [Fact]
    public async Task Reports_of_a_front_door_with_one_queue_wait_under_no_channel_and_are_read_by_the_channel_in_which_they_ended()
    {
        var route = new Envelope(
            DialectName.InfobipOmni,
            [
                new Step("simulator", "sender-key", new AlimTalkContent("otp_template", "글", null, [], null), TimeSpan.FromHours(1)),
                new Step("simulator", "15880000", new SmsContent("글", null), TimeSpan.FromHours(1)),
            ],
            ReportTarget.Pull);
        var byText = Samples.Ended(Samples.Message(1, envelope: route)) with { StepIndex = 1 };
        var byKakao = Samples.Ended(Samples.Message(2, envelope: route));
        await Store.AppendAsync(byText, byKakao);
        await Store.DoAsync(batch => batch.PullAdds.AddRange([Samples.Report(byText, default), Samples.Report(byKakao, default)]));

        (await PullAsync(Omni)).ShouldBe([1, 2]);
        (await PullAsync(q => Omni(q) with { EndedIn = Channel.Sms })).ShouldBe([1]);
        (await PullAsync(q => Omni(q) with { EndedIn = Channel.AlimTalk })).ShouldBe([2]);
        (await PullAsync(q => Omni(q) with { EndedIn = Channel.BrandMessage })).ShouldBeEmpty();

        await Store.DoAsync(batch => batch.PullConsumed.Add(Samples.Report(byKakao, default)));
        (await PullAsync(Omni)).ShouldBe([1]);

        static PullQuery Omni(PullQuery query) => query with { Dialect = DialectName.InfobipOmni, Channel = default };
    }

    [Fact]
    public async Task Open_pushes_are_read_by_instant_and_then_by_id()
    {
        await Store.DoAsync(batch => batch.Pushes.AddRange(
        [
            Samples.Push(1, due: Minute(5)), Samples.Push(2, due: Minute(1)), Samples.Push(3, due: Minute(5)), Samples.Push(4, endpoint: 4, due: Minute(2)),
            Samples.Push(5, state: PushState.Done), Samples.Push(6, due: Minute(9)),
        ]));

        (await PushesAsync(3, Minute(5), null, 10)).ShouldBe([2, 1, 3]);
        (await PushesAsync(3, Minute(5), new PushPosition(Minute(5), 1), 10)).ShouldBe([3]);
        (await PushesAsync(3, Minute(60), new PushPosition(Minute(1), 2), 2)).ShouldBe([1, 3]);
        (await PushesAsync(9, Minute(60), null, 10)).ShouldBeEmpty();
        (await Store.OpenPushesAsync(s_none)).ShouldBe([new PushHead(3, Minute(1), 4), new PushHead(4, Minute(2), 1)], ignoreOrder: true);
        (await Store.CountAsync(Samples.Mine, s_none)).OpenPushes.ShouldBe(5);
    }

    [Fact]
    public async Task A_push_is_replaced_by_its_id()
    {
        await Store.DoAsync(batch => batch.Pushes.Add(Samples.Push(1)));
        var failed = Samples.Push(1) with { Failures = 1, DueAt = Minute(30), Attempts = [new PushAttempt(Minute(1), 503, TimeSpan.FromMilliseconds(12), "busy")] };

        await Store.DoAsync(batch => batch.Pushes.Add(failed));
        (await Store.LoadPushAsync(1, s_none)).ShouldSayTheSameAs(failed);
        (await Store.OpenPushesAsync(s_none)).ShouldBe([new PushHead(3, Minute(30), 1)]);

        await Store.DoAsync(batch => batch.Pushes.Add(failed with { State = PushState.Done, SettledAt = Minute(31) }));
        (await Store.OpenPushesAsync(s_none)).ShouldBeEmpty();
        (await Store.LoadPushAsync(2, s_none)).ShouldBeNull();
    }

    [Fact]
    public async Task Merged_pushes_leave_and_their_numbers_are_not_given_again()
    {
        await Store.DoAsync(batch => batch.Pushes.AddRange([Samples.Push(1), Samples.Push(2), Samples.Push(3)]));

        await Store.DoAsync(batch => batch.PushesRemoved.AddRange([2, 3]));
        await ReopenAsync();

        (await Store.LoadPushAsync(3, s_none)).ShouldBeNull();
        Opening.NextPush.ShouldBe(4);
    }

    [Fact]
    public async Task Pushes_are_listed_newest_first_by_every_filter()
    {
        await Store.DoAsync(batch => batch.Pushes.AddRange(
        [
            Samples.Push(1), Samples.Push(2, state: PushState.Done), Samples.Push(3, endpoint: 4), Samples.Push(4, workspace: Samples.Other), Samples.Push(5, state: PushState.Exhausted),
        ]));

        (await PushListAsync()).ShouldBe([5, 3, 2, 1]);
        (await PushListAsync(q => q with { EndpointId = 3 })).ShouldBe([5, 2, 1]);
        (await PushListAsync(q => q with { States = [PushState.Done, PushState.Exhausted] })).ShouldBe([5, 2]);
        (await PushListAsync(q => q with { Since = Minute(3) })).ShouldBe([5, 3]);
        (await PushListAsync(q => q with { Until = Minute(3) })).ShouldBe([2, 1]);
        (await PushListAsync(q => q with { BeforeId = 3, Limit = 1 })).ShouldBe([2]);
    }

    private static PullQuery Pull() => new() { Workspace = Samples.Mine, Dialect = DialectName.Infobip, Channel = Channel.AlimTalk };

    private async Task<long[]> PullAsync(Func<PullQuery, PullQuery>? narrow = null) =>
        [.. (await Store.ReadPullQueueAsync(narrow?.Invoke(Pull()) ?? Pull(), s_none)).Select(report => report.Key.Sequence)];

    private async Task<long[]> PushesAsync(int endpoint, DateTimeOffset until, PushPosition? after, int limit) =>
        [.. (await Store.ReadPushesAsync(endpoint, until, after, limit, s_none)).Select(push => push.Id)];

    private async Task<long[]> PushListAsync(Func<PushQuery, PushQuery>? narrow = null)
    {
        var query = new PushQuery { Workspace = Samples.Mine };
        return [.. (await Store.ListPushesAsync(narrow?.Invoke(query) ?? query, s_none)).Select(push => push.Id)];
    }

    /// <summary>Messages that have ended, with their reports in the queue.</summary>
    private async Task<Message[]> ReportedAsync(params IEnumerable<Message> messages)
    {
        var ended = messages.Select(m => Samples.Ended(m)).ToArray();
        foreach (var message in ended)
        {
            await Store.DoAsync(batch =>
            {
                batch.Append([message]);
                batch.PullAdds.Add(Samples.Report(message));
            });
        }

        return ended;
    }
}
