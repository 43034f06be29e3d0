using Naru.Carriers.Smpp;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Receipts;
using Naru.Core.Messages;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp;

public sealed class ReceiptTests
{
    [Fact]
    public async Task A_receipt_that_overtakes_the_answer_waits_for_it_and_is_acknowledged_behind_the_report()
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { Early = ["DELIVRD"], Receipts = [] });
        var handover = world.Handover();

        (await world.SubmitAsync(handover)).Single().Kind.ShouldBe(AnswerKind.Taken);

        (await world.ReportsAsync(1)).Single().Attempt.ShouldBe(handover.Id);
        (await world.Smsc.Journal.WaitAsync(SmscEvent.ReceiptAcknowledged, 1, SmppWorld.Patience)).Single().Status.ShouldBe(SmppStatus.Ok);
    }

    [Fact]
    public async Task A_receipt_after_a_restart_finds_its_attempt()
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { Receipts = [] });
        var handover = world.Handover();
        await world.SubmitAsync(handover);
        await world.LeaveAsync();
        await world.EnterAsync();

        var id = world.Smsc.Journal.Of(SmscEvent.Taken).Single().MessageId!;
        (await world.Smsc.SendReceiptAsync(id, "DELIVRD", SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);

        var report = (await world.ReportsAsync(1)).Single();
        (report.Attempt, report.Code).ShouldBe((handover.Id, "0000"));
    }

    [Fact]
    public async Task What_could_not_be_reported_is_not_acknowledged_and_comes_again()
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { Receipts = [] });
        await world.SubmitAsync(world.Handover());
        var id = world.Smsc.Journal.Of(SmscEvent.Taken).Single().MessageId!;

        world.Reports.FailNext = new IOException("the disk is full");
        (await world.Smsc.SendReceiptAsync(id, "DELIVRD", SmppWorld.Patience)).ShouldBe(SmppStatus.TemporaryReceiverFault);
        world.Reports.Waiting.ShouldBe(0);

        (await world.Smsc.SendReceiptAsync(id, "DELIVRD", SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);
        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
    }

    [Theory]
    [InlineData("DELIVRD", "0000")]
    [InlineData("EXPIRED", "SMS_EXPIRED")]
    [InlineData("DELETED", "SMS_DELETED")]
    [InlineData("UNDELIV", "SMS_UNDELIVERABLE")]
    [InlineData("REJECTD", "SMS_REJECTED")]
    [InlineData("UNKNOWN", "SMS_UNKNOWN")]
    public async Task Each_final_state_is_a_result_by_text_and_by_parameters(string state, string code)
    {
        await using var world = await SmppWorld.OpenAsync(submission => new SmscReaction { Receipts = [state], WithParameters = submission.Number == 2 });

        await world.SubmitAsync(world.Handover(), world.Handover());

        (await world.ReportsAsync(2)).ShouldAllBe(report => report.Code == code);
    }

    [Fact]
    public async Task States_on_the_way_are_acknowledged_and_are_no_results()
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { Receipts = ["ENROUTE", "ACCEPTD", "DELIVRD"] });

        await world.SubmitAsync(world.Handover());

        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
        await world.Smsc.Journal.WaitAsync(SmscEvent.ReceiptAcknowledged, 3, SmppWorld.Patience);
        world.Reports.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_repeated_receipt_says_the_same_of_the_same_attempt()
    {
        await using var world = await SmppWorld.OpenAsync(_ => new SmscReaction { Receipts = ["DELIVRD", "DELIVRD"] });
        var handover = world.Handover();

        await world.SubmitAsync(handover);

        (await world.ReportsAsync(2)).Select(report => (report.Attempt, report.Code)).ShouldBe([(handover.Id, "0000"), (handover.Id, "0000")]);
    }

    [Fact]
    public async Task A_receipt_for_a_message_that_never_was_is_acknowledged_and_holds_nobody_up()
    {
        await using var world = await SmppWorld.OpenAsync();

        (await world.Smsc.SendReceiptAsync("never given", "DELIVRD", SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);
        await world.SubmitAsync(world.Handover());

        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
    }

    [Fact]
    public async Task Ids_in_hexadecimal_in_the_answer_and_decimal_in_the_receipt_are_the_same()
    {
        await using var world = await SmppWorld.OpenAsync(
            _ => new SmscReaction { MessageId = "00001f4A", ReceiptId = "8010" },
            options: (folder, port) => new SmppOptions
            {
                Name = "mobile", DataFolder = folder, Host = "127.0.0.1", Port = port, SystemId = "naru", Password = "secret",
                SubmitIds = MessageIdForm.Hex, ReceiptIds = MessageIdForm.Decimal,
            });
        var handover = world.Handover();

        await world.SubmitAsync(handover);

        (await world.ReportsAsync(1)).Single().Attempt.ShouldBe(handover.Id);
    }

    [Fact]
    public async Task An_account_can_name_what_the_carriers_own_numbers_mean()
    {
        await using var world = await SmppWorld.OpenAsync(
            _ => new SmscReaction { Receipts = ["UNDELIV"], Error = "045" },
            options: (folder, port) => new SmppOptions
            {
                Name = "mobile", DataFolder = folder, Host = "127.0.0.1", Port = port, SystemId = "naru", Password = "secret",
                ReceiptErrors = new Dictionary<string, string> { ["045"] = "SMS_INVALID_NUMBER" },
            });

        await world.SubmitAsync(world.Handover());

        (await world.ReportsAsync(1)).Single().Code.ShouldBe("SMS_INVALID_NUMBER");
    }

    [Fact]
    public void A_date_is_read_in_the_carriers_zone_and_not_believed_when_it_cannot_be()
    {
        var seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
        var now = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

        Receipt("2611221159").DoneAt(seoul, now).ShouldBe(new DateTimeOffset(2026, 11, 22, 2, 59, 0, TimeSpan.Zero));
        Receipt("261122115930").DoneAt(seoul, now).ShouldBe(new DateTimeOffset(2026, 11, 22, 2, 59, 30, TimeSpan.Zero));
        Receipt("2611221159").DoneAt(null, now).ShouldBeNull();
        Receipt("2611222359").DoneAt(seoul, now).ShouldBeNull(); // not yet
        Receipt("2501010000").DoneAt(seoul, now).ShouldBeNull(); // long ago
        Receipt("soon").DoneAt(seoul, now).ShouldBeNull();
    }

    private static DeliveryReceipt Receipt(string done) => DeliveryReceipt.Read(new ShortMessage
    {
        From = new SmppAddress(1, 1, "821012345678"),
        To = new SmppAddress(0, 1, "15771577"),
        Class = EsmClass.DeliveryReceipt,
        Text = System.Text.Encoding.ASCII.GetBytes($"id:7 sub:001 dlvrd:001 submit date:2611221158 done date:{done} stat:DELIVRD err:000 text:stat:UNDELIV"),
    }).ShouldNotBeNull();
}
