using Naru.Carriers.Smpp;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Texts;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp;

public sealed class SubmitTests
{
    [Fact]
    public async Task A_text_arrives_once_and_its_receipt_is_reported()
    {
        await using var world = await SmppWorld.OpenAsync();
        var handover = world.Handover("안녕하세요 나루");

        var answer = (await world.SubmitAsync(handover)).ShouldHaveSingleItem();

        answer.Kind.ShouldBe(AnswerKind.Taken);
        var report = (await world.ReportsAsync(1)).Single();
        (report.Attempt, report.Code).ShouldBe((handover.Id, "0000"));
        var taken = world.Smsc.Journal.Of(SmscEvent.Taken).ShouldHaveSingleItem();
        (taken.MessageId, taken.To, taken.DataCoding).ShouldBe((answer.Reference, "821012345678", (byte)8));
        ShouldBeClean(world);
    }

    [Fact]
    public async Task A_batch_that_is_longer_than_the_window_arrives_whole_and_answers_stand_in_its_order()
    {
        await using var world = await SmppWorld.OpenAsync();
        Handover[] batch = [.. Enumerable.Range(0, 200).Select(i => world.Handover($"number {i}"))];

        var answers = await world.SubmitAsync(batch);

        answers.ShouldAllBe(answer => answer.Kind == AnswerKind.Taken);
        var texts = world.Smsc.Journal.Of(SmscEvent.Taken).ToDictionary(entry => entry.MessageId!, Text);
        answers.Select(answer => texts[answer.Reference!]).ShouldBe(batch.Select((_, i) => $"number {i}"));
        (await world.ReportsAsync(200)).Select(report => report.Attempt).ShouldBe(batch.Select(h => h.Id), ignoreOrder: true);
        ShouldBeClean(world);
    }

    [Fact]
    public async Task Several_binds_share_a_batch()
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => With(folder, port, binds: 3, window: 2));

        var answers = await world.SubmitAsync([.. Enumerable.Range(0, 60).Select(i => world.Handover($"number {i}"))]);

        answers.ShouldAllBe(answer => answer.Kind == AnswerKind.Taken);
        world.Smsc.Journal.Of(SmscEvent.Taken).Count.ShouldBe(60);
        world.Smsc.Journal.Of(SmscEvent.Taken).Select(entry => entry.Session).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Carriers_without_transceivers_have_a_bind_for_each_direction()
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => With(folder, port, kind: BindKind.Separate));

        await world.SubmitAsync(world.Handover());

        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
        var (taken, told) = (world.Smsc.Journal.Of(SmscEvent.Taken).Single(), world.Smsc.Journal.Of(SmscEvent.ReceiptSent).Single());
        told.Session.ShouldNotBe(taken.Session);
    }

    [Theory]
    [InlineData(SmppStatus.InvalidDestination, "SMS_INVALID_NUMBER")]
    [InlineData(SmppStatus.InvalidSource, "SMS_INVALID_SENDER")]
    [InlineData(SmppStatus.SystemError, "SMS_CARRIER_FAULT")]
    [InlineData(SmppStatus.SubmitFailed, "SMS_REJECTED")]
    [InlineData(SmppStatus.InvalidMessageLength, "SMS_TOO_LONG")]
    [InlineData(0x0401u, "SMS_REJECTED")]
    [InlineData(SmppStatus.InvalidValidity, "SMS_BAD_REQUEST")]
    public async Task A_refusal_is_a_result(uint status, string code)
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { Status = status });

        var answer = (await world.SubmitAsync(world.Handover())).Single();

        (answer.Kind, answer.Code).ShouldBe((AnswerKind.Done, code));
        Core.Results.ResultCodes.Find(code).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("821000001234", "hello", "15771577", "5000")]
    [InlineData("821099993016", "hello", "15771577", "5000")]
    [InlineData("no number", "hello", "15771577", "SMS_INVALID_NUMBER")]
    [InlineData("821012345678", " ", "15771577", "SMS_UNSENDABLE_TEXT")]
    [InlineData("821012345678", "hello", "나루", "SMS_INVALID_SENDER")]
    public async Task What_cannot_be_sent_never_leaves(string to, string text, string sender, string code)
    {
        await using var world = await SmppWorld.OpenAsync();

        var answers = await world.SubmitAsync(world.Handover(text, to, sender: sender), world.Handover("good"));

        (answers[0].Kind, answers[0].Code).ShouldBe((AnswerKind.Done, code));
        answers[1].Kind.ShouldBe(AnswerKind.Taken);
        world.Smsc.Journal.Of(SmscEvent.Taken).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_attempt_whose_time_is_over_does_not_leave()
    {
        await using var world = await SmppWorld.OpenAsync();

        var answers = await world.SubmitAsync(world.Handover("late", left: TimeSpan.Zero), world.Handover("in time"));

        answers[0].Kind.ShouldBe(AnswerKind.NotSent);
        world.Smsc.Journal.Of(SmscEvent.Taken).Select(Text).ShouldBe(["in time"]);
    }

    [Fact]
    public async Task A_throttled_batch_comes_back_in_part_and_the_rest_goes_after_the_pause()
    {
        await using var world = await SmppWorld.OpenAsync(submission => submission.Number is > 5 and <= 20
            ? new SmscReaction { Status = SmppStatus.Throttled }
            : SmscReaction.Delivers);
        List<Handover> left = [.. Enumerable.Range(0, 40).Select(i => world.Handover($"number {i}"))];

        var rounds = 0;
        while (left.Count > 0 && rounds++ < 50)
        {
            var answers = await world.SubmitAsync(left);
            answers.ShouldAllBe(answer => answer.Kind == AnswerKind.Taken || answer.Kind == AnswerKind.NotSent);
            left = [.. left.Where((_, i) => answers[i].Kind == AnswerKind.NotSent)];
        }

        left.ShouldBeEmpty();
        rounds.ShouldBeGreaterThan(1);
        world.Smsc.Journal.Of(SmscEvent.Taken).Select(Text).ShouldBe(Enumerable.Range(0, 40).Select(i => $"number {i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task A_long_text_whose_second_part_is_throttled_is_finished_after_the_pause()
    {
        await using var world = await SmppWorld.OpenAsync(submission => submission.Number == 2 ? new SmscReaction { Status = SmppStatus.Throttled } : SmscReaction.Delivers);

        var answer = (await world.SubmitAsync(world.Handover(new string('가', 150)))).Single();

        answer.Kind.ShouldBe(AnswerKind.Taken);
        world.Smsc.Journal.Of(SmscEvent.Taken).Count.ShouldBe(3);
        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
        ShouldBeClean(world);
    }

    [Theory]
    [InlineData(LongMessages.Udh)]
    [InlineData(LongMessages.Sar)]
    [InlineData(LongMessages.Payload)]
    public async Task A_long_text_is_one_attempt_and_delivered_when_all_of_it_is(LongMessages way)
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => With(folder, port, texts: new TextSettings { LongMessages = way }));
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('가' + i)));

        (await world.SubmitAsync(world.Handover(text))).Single().Kind.ShouldBe(AnswerKind.Taken);

        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
        var taken = world.Smsc.Journal.Of(SmscEvent.Taken);
        taken.Count.ShouldBe(way == LongMessages.Payload ? 1 : 3);
        string.Concat(taken.Select(Text)).ShouldBe(text);
        await world.Smsc.Journal.WaitAsync(SmscEvent.ReceiptAcknowledged, taken.Count, SmppWorld.Patience);
        world.Reports.Waiting.ShouldBe(0);
        ShouldBeClean(world);
    }

    [Fact]
    public async Task A_long_text_fails_when_one_part_of_it_does()
    {
        await using var world = await SmppWorld.OpenAsync(submission => new SmscReaction { Receipts = [submission.Number == 2 ? "UNDELIV" : "DELIVRD"] });

        await world.SubmitAsync(world.Handover(new string('가', 150)));

        var reports = await world.ReportsAsync(1);
        reports[0].Code.ShouldBe("SMS_UNDELIVERABLE");
    }

    [Fact]
    public async Task A_carrier_may_give_all_parts_of_a_text_one_id()
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { MessageId = "one" });

        await world.SubmitAsync(world.Handover(new string('가', 150)));

        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
    }

    [Fact]
    public async Task Without_receipts_acceptance_is_delivery()
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => With(folder, port, receipts: false));

        var answer = (await world.SubmitAsync(world.Handover())).Single();

        (answer.Kind, answer.Code).ShouldBe((AnswerKind.Done, "0000"));
        world.Smsc.Journal.Of(SmscEvent.ReceiptSent).ShouldBeEmpty();
    }

    [Fact]
    public async Task National_numbers_are_written_as_people_dial_them()
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => With(folder, port, national: "82"));

        await world.SubmitAsync(world.Handover(), world.Handover(to: "4915112345678"));

        world.Smsc.Journal.Of(SmscEvent.Taken).Select(entry => entry.To).ShouldBe(["01012345678", "4915112345678"], ignoreOrder: true);
    }

    internal static SmppOptions With(
        string folder, int port, int binds = 1, int window = 10, BindKind kind = BindKind.Transceiver, TextSettings? texts = null, bool receipts = true, string? national = null,
        TimeSpan? response = null, TimeSpan? enquire = null, TimeSpan? patience = null) => new()
    {
        Name = "mobile",
        DataFolder = folder,
        Host = "127.0.0.1",
        Port = port,
        SystemId = "naru",
        Password = "secret",
        Bind = kind,
        Binds = binds,
        Window = window,
        WantsReceipts = receipts,
        NationalCountry = national,
        FirstGap = TimeSpan.FromMilliseconds(20),
        FirstPause = TimeSpan.FromMilliseconds(50),
        ResponseTimeout = response ?? TimeSpan.FromSeconds(5),
        EnquireLink = enquire ?? TimeSpan.FromSeconds(30),
        Patience = patience ?? TimeSpan.FromSeconds(2),
        Texts = texts ?? new TextSettings(),
    };

    internal static string Text(SmscEntry entry) => new SmsReader(new TextSettings()).Read(new ShortMessage
    {
        From = new SmppAddress(0, 1, "1"),
        To = new SmppAddress(0, 1, "1"),
        Class = entry.EsmClass,
        DataCoding = entry.DataCoding,
        Text = Convert.FromHexString(entry.Octets!),
    }).Text;

    internal static void ShouldBeClean(SmppWorld world) => world.Smsc.Journal.Of(SmscEvent.Violation).Select(entry => entry.Note).ShouldBeEmpty();
}
