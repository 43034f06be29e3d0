using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Crash;

/// <summary>What must hold when all is over.</summary>
internal static class Judgement
{
    private const int AlreadyTaken = 23;

    public static void EveryAcceptedMessageIsThereOnce(CrashLoad load, Evidence evidence)
    {
        foreach (var sending in load.Sendings.Where(one => one.Answer is not null))
        {
            var lines = sending.Answer!.Sent();
            lines.Count.ShouldBe(sending.To.Count);
            foreach (var (destination, line) in sending.To.Zip(lines))
            {
                line.Destination.ShouldBe(destination.To);
                line.StatusId.ShouldNotBe(AlreadyTaken, $"the id of {destination} was never used before");
                if (destination.MessageId is not null)
                    line.MessageId.ShouldBe(destination.MessageId);
                evidence.Of(line.MessageId).Count().ShouldBe(1, $"the message {line}");
            }

            foreach (var mark in sending.Marks)
                evidence.Of(mark).Count().ShouldBe(1, $"the message {mark}");
        }
    }

    public static void WhatWasNotAnsweredIsThereWhollyOrNotAtAll(CrashLoad load, Evidence evidence)
    {
        foreach (var sending in load.Sendings.Where(one => one.Answer is null))
        {
            var rows = sending.Marks.Select(mark => evidence.Of(mark).Count()).ToArray();
            rows.Distinct().Count().ShouldBe(1, $"{rows.Count(n => n > 0)} of {rows.Length} messages of an unanswered request are there");
            rows[0].ShouldBeLessThanOrEqualTo(1);
        }
    }

    public static void NothingIsThereThatWasNotSent(CrashLoad load, Evidence evidence)
    {
        var sent = load.Sendings.SelectMany(one => one.Marks).ToHashSet(StringComparer.Ordinal);
        evidence.Log.Where(row => !sent.Contains(row.MessageId) && !sent.Contains(row.To)).ShouldBeEmpty();
        evidence.OnPhones.Except(evidence.Log.Select(row => row.MessageId), StringComparer.Ordinal).ShouldBeEmpty();
    }

    public static void WhatWasDeliveredIsOnThePhoneOnceAndNothingElseIs(Evidence evidence)
    {
        foreach (var row in evidence.Log)
            evidence.ArrivalsOf(row.MessageId).ShouldBe(row.StatusGroup == "DELIVERED" ? 1 : 0, row.ToString());
    }

    /// <summary>It may come more than once where somebody died, and it is the same every time.</summary>
    public static void EveryReportOfAMessageSaysTheSame(Evidence evidence, ILookup<string, Report> reports)
    {
        foreach (var row in evidence.Log)
            reports[row.MessageId].Distinct().ShouldHaveSingleItem($"reports of {row.MessageId}").StatusId.ShouldBe(row.StatusId);
        reports.Count.ShouldBe(evidence.Log.Count, "no report is about a message that is not there");
    }

    public static string Summary(CrashLoad load, WebhookReceiver receiver, Evidence evidence) =>
        $"{load.Sendings.Count} requests, {load.Sendings.Count(one => one.Answer is null)} without an answer; {evidence.Log.Count} messages; "
        + $"{load.Polled.Count} reports polled, {receiver.Pushes.Count} pushes; "
        + string.Join(", ", evidence.Log.GroupBy(row => row.StatusGroup, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));
}
