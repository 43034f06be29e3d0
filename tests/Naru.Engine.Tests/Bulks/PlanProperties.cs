using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Intake;

namespace Naru.Engine.Tests.Bulks;

/// <summary>What the dry run says is what the engine does, where nobody and nothing is in its way.</summary>
public sealed class PlanProperties
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DeliveryWindow?> s_window = Gen.Frequency(
        (3, Gen.Constant<DeliveryWindow?>(null)),
        (2, from days in Gen.Choose(1, 127)
            from opens in Gen.Choose(0, 1439)
            from length in Gen.Choose(60, 1380)
            select (DeliveryWindow?)new DeliveryWindow((WeekDays)days, At(opens), At((opens + length) % 1440))));

    private static readonly Gen<EvenPace?> s_pace = Gen.Frequency(
        (1, Gen.Constant<EvenPace?>(null)),
        (3, from count in Gen.Choose(1, 500)
            from unit in Gen.Elements(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1))
            select (EvenPace?)new EvenPace(count, unit)));

    private static readonly Gen<Case> s_cases =
        from windows in s_window.ArrayOf(3)
        from advertisements in ArbMap.Default.GeneratorFor<bool>().ArrayOf(3)
        from kinds in Gen.Choose(0, 2).ArrayOf(14)
        from count in Gen.Choose(1, 14)
        from lines in Gen.Choose(1, 3)
        from sendAt in Gen.Frequency((1, Gen.Constant<int?>(null)), (2, Gen.Choose(-60, 20_000).Select(m => (int?)m)))
        from pace in s_pace
        from start in Gen.Choose(0, 10_080)
        select new Case(windows, advertisements, [.. kinds.Take(count).Select(kind => kind % lines)], sendAt, pace, start);

    [Fact]
    public void Every_message_leaves_when_its_plan_said() =>
        Prop.ForAll(s_cases.ToArbitrary(), GoesAsPlanned).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void GoesAsPlanned(Case wish)
    {
        var start = s_monday.AddMinutes(wish.StartMinute);
        var bench = new BulkBench(start: start);
        var kinds = Enumerable.Range(0, 3).Select(i => BulkBench.Envelope(wish.Windows[i], wish.Advertisements[i])).ToArray();
        var messages = wish.Kinds.Select((kind, i) =>
            new SubmittedMessage(Recipient.FromDigits(821000000000 + i), kinds[kind], null, null, MessageClass.Standard)).ToArray();
        DateTimeOffset? sendAt = wish.SendAtMinutes is { } minutes ? start.AddMinutes(minutes) : null;
        var plan = bench.Bench.Machine.Plan(
            new Submission { Workspace = Machine.MachineBench.Workspace, Messages = messages, SendAt = sendAt, Pace = wish.Pace }, bench.Bench.Now);

        var ticket = bench.Submit(messages, sendAt, wish.Pace);
        bench.RunFor(TimeSpan.FromDays(250));

        for (var i = 0; i < messages.Length; i++)
        {
            var row = bench.Row(ticket.Keys[i]);
            if (plan.Messages[i].Time is not { } time)
            {
                row.State.ShouldBe(MessageState.Rejected);
                row.EndReason.ShouldBe(plan.Messages[i].Refusal);
                continue;
            }

            row.State.ShouldBe(MessageState.Delivered);
            bench.Left[ticket.Keys[i]].ShouldBeInRange(time.At, time.At + EvenPace.Lateness, $"message {i}, planned because of {string.Join(", ", time.Why)}");
            row.ExpiresAt.ShouldBeInRange(time.ExpiresAt, time.ExpiresAt + EvenPace.Lateness);
        }
    }

    private static TimeOnly At(int minute) => new(minute / 60, minute % 60);

    private sealed record Case(DeliveryWindow?[] Windows, bool[] Advertisements, int[] Kinds, int? SendAtMinutes, EvenPace? Pace, int StartMinute);
}
