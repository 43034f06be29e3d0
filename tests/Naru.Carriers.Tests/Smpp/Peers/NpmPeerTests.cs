using Naru.Core.Messages;

namespace Naru.Carriers.Tests.Smpp.Peers;

/// <summary>Against npm's <c>smpp</c> as the carrier: what it reads is what we meant.</summary>
public sealed class NpmPeerTests
{
    [Theory]
    [InlineData("안녕하세요, 나루입니다. 똠방각하 😀")]
    [InlineData("Plain {GSM} text for 5€, ok?")]
    public async Task It_reads_the_texts_that_we_wrote_and_we_its_receipts(string text)
    {
        await using var smsc = await NpmSmsc.StartAsync();
        await using var world = await OpenAsync(smsc);
        var handover = world.Handover(text);

        (await world.SubmitAsync(handover)).Single().Kind.ShouldBe(AnswerKind.Taken);

        var taken = await smsc.WaitAsync("taken");
        ((string?)taken["text"], (string?)taken["to"], (string?)taken["from"]).ShouldBe((text, SmppWorld.Phone, "15771577"));
        var report = (await world.ReportsAsync(1)).Single();
        (report.Attempt, report.Code).ShouldBe((handover.Id, "0000"));
        ((int)(await smsc.WaitAsync("receipt acknowledged"))["status"]!).ShouldBe(0);
    }

    [Fact]
    public async Task It_finds_the_marks_of_parts()
    {
        await using var smsc = await NpmSmsc.StartAsync();
        await using var world = await OpenAsync(smsc);
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('가' + i)));

        (await world.SubmitAsync(world.Handover(text))).Single().Kind.ShouldBe(AnswerKind.Taken);

        await smsc.WaitAsync("taken", 3);
        string.Concat(smsc.Of("taken").Select(entry => (string?)entry["text"])).ShouldBe(text);
        smsc.Of("taken").Select(entry => entry["part"]!.AsArray().Select(octet => (int)octet!).TakeLast(2).ToArray()).ShouldBe([[3, 1], [3, 2], [3, 3]]);
        (await world.ReportsAsync(1)).Single().Code.ShouldBe("0000");
    }

    [Fact]
    public async Task Throttling_a_cut_link_early_and_repeated_receipts_leave_each_text_there_once()
    {
        await using var smsc = await NpmSmsc.StartAsync();
        await using var world = await OpenAsync(smsc);
        string[] texts = ["one #throttle", "two #early", "three #twice", "four #cut-before", "five", "six #cut-after", "seven #undeliv"];
        var (left, answers) = (texts.Select(text => world.Handover(text)).ToList(), new Dictionary<AttemptId, CarrierAnswer>());
        var names = left.Zip(texts).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        for (var round = 0; left.Count > 0 && round < 50; round++)
        {
            var batch = left.Take(1).ToArray();
            var answer = (await world.SubmitAsync(batch)).Single();
            if (answer.Kind != AnswerKind.NotSent)
            {
                answers.Add(batch[0].Id, answer);
                left.RemoveAt(0);
            }
        }

        answers.Where(pair => pair.Value.Kind == AnswerKind.Unclear).Select(pair => names[pair.Key]).ShouldBe(["four #cut-before", "six #cut-after"]);
        answers.Values.Count(answer => answer.Kind == AnswerKind.Taken).ShouldBe(5);
        await smsc.WaitAsync("taken", 6);
        smsc.Of("taken").Select(entry => (string?)entry["text"]).ShouldBe(texts.Where(text => text != "four #cut-before"));
        var reports = await world.ReportsAsync(6);
        reports.Select(report => (names[report.Attempt], report.Code)).ShouldBe(
            [("one #throttle", "0000"), ("two #early", "0000"), ("three #twice", "0000"), ("three #twice", "0000"), ("five", "0000"), ("seven #undeliv", "SMS_UNDELIVERABLE")], ignoreOrder: true);
        ((int)(await smsc.WaitAsync("early receipt acknowledged"))["status"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Its_texts_come_in()
    {
        await using var smsc = await NpmSmsc.StartAsync();
        await using var world = await OpenAsync(smsc);
        await smsc.WaitAsync("bound");

        await smsc.SendTextAsync("821087654321", "15771577", "네, 갈게요 😀");

        var text = await world.Inbound.NextAsync();
        (text.From, text.Text).ShouldBe(("821087654321", "네, 갈게요 😀"));
        ((int)(await smsc.WaitAsync("text acknowledged"))["status"]!).ShouldBe(0);
    }

    private static async Task<SmppWorld> OpenAsync(NpmSmsc smsc) => await SmppWorld.OpenAtAsync(smsc.Port);
}
