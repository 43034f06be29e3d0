using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Conformance;

/// <summary>What the engine may count on with every carrier (<see cref="ICarrier"/>), whoever plays the other side.</summary>
public abstract class CarrierConformance
{
    /// <summary>A carrier that runs, and a peer behind it that delivers a while after it took.</summary>
    protected abstract Task<ICarrierUnderTest> OpenAsync();

    [Fact]
    public async Task Answers_stand_in_the_order_of_the_batch()
    {
        await using var world = await OpenAsync();
        Handover[] batch = [world.Text("first"), world.Unusable(), world.Text("third"), world.TooLate(), world.Text("fifth")];

        var answers = await world.Carrier.SubmitAsync(batch, CancellationToken.None);

        answers.Select(answer => answer.Kind == AnswerKind.NotSent ? "not sent" : answer.Kind == AnswerKind.Done && !IsSuccess(answer.Code) ? "refused" : "taken")
            .ShouldBe(["taken", "refused", "taken", "not sent", "taken"]);
    }

    [Fact]
    public async Task A_refusal_is_a_code_of_the_catalogue()
    {
        await using var world = await OpenAsync();

        var answer = (await world.Carrier.SubmitAsync([world.Unusable()], CancellationToken.None)).Single();

        ResultCodes.Find(answer.Code!).ShouldNotBeNull().Class.ShouldNotBe(ResultClass.Success);
    }

    [Fact]
    public async Task What_came_too_late_never_arrives()
    {
        await using var world = await OpenAsync();

        await world.Carrier.SubmitAsync([world.TooLate(), world.Text("in time")], CancellationToken.None);

        (await world.ArrivedAsync(1)).ShouldBe(["in time"]);
    }

    [Fact]
    public async Task Each_attempt_arrives_once_and_is_told_of_once()
    {
        await using var world = await OpenAsync();
        Handover[] batch = [.. Enumerable.Range(0, 30).Select(i => world.Text($"number {i}"))];

        var answers = await world.Carrier.SubmitAsync(batch, CancellationToken.None);

        (await world.ArrivedAsync(30)).ShouldBe(Enumerable.Range(0, 30).Select(i => $"number {i}"), ignoreOrder: true);
        var told = batch.Zip(answers).Where(pair => pair.Second.Kind == AnswerKind.Done).Select(pair => pair.First.Id).ToList();
        while (told.Count < 30)
            told.Add((await world.NextReportAsync()).Attempt);
        told.ShouldBe(batch.Select(handover => handover.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_report_that_the_engine_could_not_take_comes_again()
    {
        await using var world = await OpenAsync();
        world.FailNextReport();
        var handover = world.Text("once more");

        (await world.Carrier.SubmitAsync([handover], CancellationToken.None)).Single().Kind.ShouldBe(AnswerKind.Taken);

        await world.DeliverAgainAsync();
        (await world.NextReportAsync()).Attempt.ShouldBe(handover.Id);
    }

    [Fact]
    public async Task It_carries_what_it_says_and_has_room_for_a_batch()
    {
        await using var world = await OpenAsync();

        world.Carrier.Carries(Core.Content.Channel.Sms).ShouldBeTrue();
        world.Carrier.Traits.MaxBatch.ShouldBeGreaterThan(0);
        world.Carrier.Name.ShouldNotBeNullOrEmpty();
    }

    private static bool IsSuccess(string? code) => code is not null && ResultCodes.Find(code)?.Class == ResultClass.Success;
}

/// <summary>A carrier in its surroundings.</summary>
public interface ICarrierUnderTest : IAsyncDisposable
{
    ICarrier Carrier { get; }

    Handover Text(string text);

    /// <summary>One that every carrier refuses.</summary>
    Handover Unusable();

    /// <summary>One whose time is over.</summary>
    Handover TooLate();

    /// <summary>The texts that arrived at the peer, when there are so many.</summary>
    Task<IReadOnlyList<string>> ArrivedAsync(int count);

    /// <summary>The engine fails to take the next report.</summary>
    void FailNextReport();

    /// <summary>The peer tells again what was not taken, where it does not by itself.</summary>
    Task DeliverAgainAsync();

    Task<CarrierReport> NextReportAsync();
}
