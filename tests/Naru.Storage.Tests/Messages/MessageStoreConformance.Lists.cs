using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Lists and searches.</summary>
public abstract partial class MessageStoreConformance
{
    public static TheoryData<bool> WhetherItHasCaughtUp => [false, true];

    [Theory]
    [MemberData(nameof(WhetherItHasCaughtUp))]
    public async Task Messages_are_listed_newest_first_by_every_filter(bool caughtUp)
    {
        var sms = new Envelope(DialectName.Sinch, [new Step("simulator", "15880000", new SmsContent("안녕", null), TimeSpan.FromHours(1))], ReportTarget.Silent);
        await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1), Samples.Message(2, to: 821099998888)]);
            batch.Append([Samples.Message(3, envelope: Samples.Envelope(entity: "e", application: "a", campaign: "c"))], envelope: 1);
            batch.Append([Samples.Message(4, envelope: sms)], envelope: 2);
            batch.Append([Samples.Message(5, workspace: Samples.Other)]);
            batch.Append([Samples.Message(6) with { To = Recipient.Unusable("call me") }, Samples.Message(7) with { To = Recipient.Unusable("later") }]);
            batch.Append([Samples.Message(8, bulk: s_bulk)], Samples.Bulk(s_bulk.Value, 8, 8, 1, true));
            batch.Append([Samples.Message(9, acceptedAt: Samples.Noon.AddDays(1))]);
        });
        await Store.UpdateAsync(Samples.Ended(Samples.Message(1)), Samples.Ended(Samples.Message(3, envelope: Samples.Envelope(entity: "e", application: "a", campaign: "c")), MessageState.Undelivered));
        if (caughtUp)
        {
            await Store.CatchUpAsync(s_none);
        }

        (await Store.ListAsync()).ShouldBe([9, 8, 7, 6, 4, 3, 2, 1]);
        (await Store.ListAsync(workspace: Samples.Other)).ShouldBe([5]);
        (await Store.ListAsync(q => q with { Limit = 3 })).ShouldBe([9, 8, 7]);
        (await Store.ListAsync(q => q with { BeforeSequence = 7, Limit = 2 })).ShouldBe([6, 4]);
        (await Store.ListAsync(q => q with { Dialect = DialectName.Sinch })).ShouldBe([4]);
        (await Store.ListAsync(q => q with { Channel = Channel.Sms })).ShouldBe([4]);
        (await Store.ListAsync(q => q with { Sender = "15880000" })).ShouldBe([4]);
        (await Store.ListAsync(q => q with { To = Recipient.FromDigits(821099998888) })).ShouldBe([2]);
        (await Store.ListAsync(q => q with { To = Recipient.FromDigits(821012345678), BeforeSequence = 8, Limit = 2 })).ShouldBe([4, 3]);
        (await Store.ListAsync(q => q with { To = Recipient.Unusable("later") })).ShouldBe([7]);
        (await Store.ListAsync(q => q with { States = [MessageState.Queued], Limit = 2 })).ShouldBe([9, 8]);
        (await Store.ListAsync(q => q with { States = [MessageState.Undelivered, MessageState.Expired] })).ShouldBe([3]);
        (await Store.ListAsync(q => q with { States = [MessageState.Delivered] })).ShouldBe([1]);
        (await Store.ListAsync(q => q with { States = [MessageState.Delivered, MessageState.Queued], BeforeSequence = 4 })).ShouldBe([2, 1]);
        (await Store.ListAsync(q => q with { States = [] })).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { Bulks = [s_bulk] })).ShouldBe([8]);
        (await Store.ListAsync(q => q with { Bulks = [] })).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { Keys = [Samples.Message(4).Key, Samples.Message(9).Key, Samples.Message(5).Key] })).ShouldBe([9, 4]);
        (await Store.ListAsync(q => q with { Keys = [] })).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { Since = Samples.Noon.AddMilliseconds(7), Until = Samples.Noon.AddDays(1) })).ShouldBe([8, 7]);
        (await Store.ListAsync(q => q with { EntityId = "e" })).ShouldBe([3]);
        (await Store.ListAsync(q => q with { ApplicationId = "a" })).ShouldBe([3]);
        (await Store.ListAsync(q => q with { CampaignReferences = ["b", "c"] })).ShouldBe([3]);
        (await Store.ListAsync(q => q with { CampaignReferences = [] })).ShouldBeEmpty();
        (await Store.ListAsync(q => q with { EntityId = "e", Channel = Channel.Sms })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_holds_what_was_committed_before_it_was_asked()
    {
        for (var sequence = 1; sequence <= 300; sequence++)
        {
            await Store.AppendAsync(Samples.Message(sequence));
            (await Store.ListAsync(q => q with { Limit = 1 })).ShouldBe([sequence]);
            (await Store.ListAsync(q => q with { To = Samples.Message(sequence).To, Limit = 1 })).ShouldBe([sequence]);
        }

        (await Store.ListAsync(q => q with { Limit = 1000 })).ShouldBe(Enumerable.Range(1, 300).Reverse().Select(i => (long)i));
    }

    [Fact]
    public async Task Rows_that_are_committed_late_are_listed_all_the_same()
    {
        // A bulk takes its numbers first, and is stored after singles that yield to nobody.
        await Store.AppendAsync(Samples.Messages(50, 20));
        await Store.CatchUpAsync(s_none);
        await Store.AppendAsync(Samples.Messages(1, 40, sequence => Samples.Message(sequence, envelope: Samples.Envelope("늦은 문자"))));

        (await Store.ListAsync(q => q with { Limit = 100 })).Length.ShouldBe(60);
        await Store.CatchUpAsync(s_none);
        (await Store.ListAsync(q => q with { Limit = 100 })).Length.ShouldBe(60);
        (await SearchAsync("늦은 문자", limit: 100)).Length.ShouldBe(40);
    }

    [Fact]
    public async Task Texts_are_found_by_any_part_of_them()
    {
        await Store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1, envelope: Samples.Envelope("고객님의 택배가 도착했습니다."))]);
            batch.Append(Samples.Messages(2, 2, sequence => Samples.Message(sequence, envelope: Samples.Envelope("Your PARCEL has arrived 👍"))), envelope: 1);
            batch.Append([Samples.Message(4, workspace: Samples.Other, envelope: Samples.Envelope("다른 택배가 도착했습니다."))]);
            batch.Append([Samples.Message(5, envelope: Samples.Envelope("택배 문의: 100% \"무료\" AND OR *"))]);
        });
        await Store.CatchUpAsync(s_none);

        (await SearchAsync("택배가 도착")).ShouldBe([1]);
        (await SearchAsync("도착했습니다.")).ShouldBe([1]);
        (await SearchAsync("parcel HAS")).ShouldBe([3, 2]);
        (await SearchAsync("ved 👍")).ShouldBe([3, 2]);
        (await SearchAsync("\"무료\" AND OR *")).ShouldBe([5]);
        (await SearchAsync("100%")).ShouldBe([5]);
        (await SearchAsync("도착 했습니다")).ShouldBeEmpty();
        (await SearchAsync("")).ShouldBeEmpty();
        (await Store.SearchTextAsync(new TextQuery { Workspace = Samples.Mine, Text = "택배" }, s_none)).LagRows.ShouldBe(0);
    }

    [Fact]
    public async Task Two_letters_are_enough_to_find_a_text()
    {
        await Store.AppendAsync(Samples.Message(1, envelope: Samples.Envelope("택배")), Samples.Message(2), Samples.Message(3, envelope: Samples.Envelope("오늘 택배 도착")));
        await Store.CatchUpAsync(s_none);

        (await SearchAsync("택배")).ShouldBe([3, 1]);
        (await SearchAsync("늘")).ShouldBe([3]);
    }

    [Fact]
    public async Task Found_texts_come_in_pages_newest_first()
    {
        await Store.DoAsync(batch =>
        {
            batch.Append(Samples.Messages(1, 30), envelope: 1);
            batch.Append(Samples.Messages(31, 30));
            batch.Append(Samples.Messages(61, 30), envelope: 2);
        });
        await Store.CatchUpAsync(s_none);

        (await SearchAsync("인증번호는", limit: 40)).ShouldBe(Enumerable.Range(51, 40).Reverse().Select(i => (long)i));
        (await SearchAsync("인증번호는", before: 51, limit: 40)).ShouldBe(Enumerable.Range(11, 40).Reverse().Select(i => (long)i));
        (await SearchAsync("인증번호는", before: 11, limit: 40)).ShouldBe(Enumerable.Range(1, 10).Reverse().Select(i => (long)i));
    }

    private async Task<long[]> SearchAsync(string text, long? before = null, int limit = 50) =>
        [.. (await Store.SearchTextAsync(new TextQuery { Workspace = Samples.Mine, Text = text, BeforeSequence = before, Limit = limit }, s_none)).Messages.Select(m => m.Key.Sequence)];
}
