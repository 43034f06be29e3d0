using Naru.Carriers.Smpp.Protocol;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp;

/// <summary>The carrier's own journal is the judge: each text is there once, or its outcome was said to be unclear.</summary>
public sealed class LostLinkTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_that_breaks_before_the_answer_leaves_the_outcome_unclear(bool isTaken)
    {
        await using var world = await SmppWorld.OpenAsync(submission => submission.Number == 1
            ? new SmscReaction { CutBefore = !isTaken, CutAfter = isTaken }
            : SmscReaction.Delivers);

        var answer = (await world.SubmitAsync(world.Handover("first"))).Single();

        answer.Kind.ShouldBe(AnswerKind.Unclear);
        world.Smsc.Journal.Of(SmscEvent.Taken).Count.ShouldBe(isTaken ? 1 : 0);
        await world.Smsc.Journal.WaitAsync(SmscEvent.Bound, 2, SmppWorld.Patience);
        (await world.SubmitAsync(world.Handover("second"))).Single().Kind.ShouldBe(AnswerKind.Taken);
    }

    [Fact]
    public async Task Every_text_of_a_batch_is_at_the_carrier_once_or_was_called_unclear_wherever_the_link_breaks()
    {
        var random = new Random(20261122);
        var cuts = Enumerable.Range(0, 12).Select(_ => random.Next(1, 400)).ToHashSet();
        await using var world = await SmppWorld.OpenAsync(
            submission => cuts.Contains(submission.Number) ? new SmscReaction { CutBefore = submission.Number % 2 == 0, CutAfter = submission.Number % 2 == 1 } : SmscReaction.Delivers,
            options: (folder, port) => SubmitTests.With(folder, port, binds: 2));
        List<Handover> left = [.. Enumerable.Range(0, 400).Select(i => world.Handover($"number {i}"))];
        var (taken, unclear) = (new List<Handover>(), new List<Handover>());

        for (var round = 0; left.Count > 0 && round < 200; round++)
        {
            var answers = await world.SubmitAsync([.. left.Take(40)]);
            for (var i = 0; i < answers.Count; i++)
            {
                var list = answers[i].Kind switch { AnswerKind.Taken => taken, AnswerKind.Unclear => unclear, AnswerKind.NotSent => null, _ => throw new InvalidOperationException() };
                list?.Add(left[i]);
            }

            left = [.. left.Where(h => !taken.Contains(h) && !unclear.Contains(h))];
        }

        left.ShouldBeEmpty();
        var atCarrier = world.Smsc.Journal.Of(SmscEvent.Taken).Select(SubmitTests.Text).ToArray();
        atCarrier.ShouldBeUnique();
        taken.ShouldAllBe(h => atCarrier.Contains(Text(h)));
        atCarrier.Except(taken.Select(Text)).ShouldBeSubsetOf(unclear.Select(Text));
        (taken.Count + unclear.Count).ShouldBe(400);
        SubmitTests.ShouldBeClean(world);
    }

    [Fact]
    public async Task Without_a_link_nothing_was_sent()
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => SubmitTests.With(folder, port, patience: TimeSpan.FromMilliseconds(10)));
        await world.Smsc.DisposeAsync();
        await world.UntilBindsAsync(static binds => !binds[0].IsUp);

        var answer = (await world.SubmitAsync(world.Handover())).Single();

        (answer.Kind, answer.Note).ShouldBe((AnswerKind.NotSent, "no bind to the carrier is up"));
        world.Carrier.Binds.Single().Trouble.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_unclear_and_holds_up_nobody_else()
    {
        await using var world = await SmppWorld.OpenAsync(
            submission => submission.Number == 1 ? new SmscReaction { IsSilent = true, Receipts = [] } : SmscReaction.Delivers,
            options: (folder, port) => SubmitTests.With(folder, port, response: TimeSpan.FromMilliseconds(300), enquire: TimeSpan.FromMilliseconds(100)));

        var answers = await world.SubmitAsync(world.Handover("first"), world.Handover("second"));

        answers.Select(answer => answer.Kind).ShouldBe([AnswerKind.Unclear, AnswerKind.Taken]);
    }

    /// <summary>The engine was told "unclear" when the time was over; the answer that comes then says which attempt a receipt is for.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_late_answer_finds_its_attempt_and_so_does_its_receipt(bool receiptIsRightBehind)
    {
        var answered = new TaskCompletionSource();
        await using var world = await SmppWorld.OpenAsync(
            submission => submission.Number == 1 ? new SmscReaction { AnswerAfter = answered.Task, Receipts = receiptIsRightBehind ? ["DELIVRD"] : [] } : SmscReaction.Delivers,
            options: (folder, port) => SubmitTests.With(folder, port, response: TimeSpan.FromMilliseconds(300), enquire: TimeSpan.FromMilliseconds(100)));
        var (late, other) = (world.Handover("late"), world.Handover("other"));
        (await world.SubmitAsync(late)).Single().Kind.ShouldBe(AnswerKind.Unclear);

        answered.SetResult();
        if (!receiptIsRightBehind)
        {
            // The one behind it on the link was answered: the late answer has been read, and written down before that one's own.
            (await world.SubmitAsync(other)).Single().Kind.ShouldBe(AnswerKind.Taken);
            (await world.ReportsAsync(1)).Single().Attempt.ShouldBe(other.Id);
            var id = world.Smsc.Journal.Of(SmscEvent.Taken)[0].MessageId!;
            (await world.Smsc.SendReceiptAsync(id, "DELIVRD", SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);
        }

        var report = (await world.ReportsAsync(1)).Single();
        (report.Attempt, report.Code).ShouldBe((late.Id, "0000"));
    }

    [Fact]
    public async Task A_refused_bind_is_tried_again_with_growing_gaps()
    {
        await using var world = await SmppWorld.OpenAsync(
            smsc: options => options with { SystemId = "somebody else" }, options: (folder, port) => SubmitTests.With(folder, port, patience: TimeSpan.Zero), waits: false);
        await world.Smsc.Journal.WaitAsync(SmscEvent.BindRefused, 3, SmppWorld.Patience);

        (await world.SubmitAsync(world.Handover())).Single().Kind.ShouldBe(AnswerKind.NotSent);
        world.Smsc.Journal.Of(SmscEvent.BindRefused).ShouldAllBe(entry => entry.Status == SmppStatus.InvalidSystemId);
    }

    [Fact]
    public async Task The_carrier_may_say_good_bye_and_the_bind_comes_back()
    {
        await using var world = await SmppWorld.OpenAsync();

        await world.Smsc.UnbindAllAsync();

        await world.Smsc.Journal.WaitAsync(SmscEvent.Bound, 2, SmppWorld.Patience);
        (await world.SubmitAsync(world.Handover())).Single().Kind.ShouldBe(AnswerKind.Taken);
    }

    [Fact]
    public async Task At_a_stop_the_gateway_says_good_bye()
    {
        await using var world = await SmppWorld.OpenAsync();

        await world.LeaveAsync();

        await world.Smsc.Journal.WaitAsync(SmscEvent.Unbound, 1, SmppWorld.Patience);
        await world.EnterAsync();
    }

    private static string Text(Handover handover) => ((Core.Content.SmsContent)handover.Step.Content).Text;
}
