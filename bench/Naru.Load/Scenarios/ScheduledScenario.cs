using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Load.Running;
using Naru.Load.Wire;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Scenarios;

/// <summary>
/// What a million scheduled messages cost that wait: accepting before and with them, how punctual others are meanwhile, and how long it takes to pause, move, resume and
/// cancel them. The figure of the ledger is accepting with them.
/// </summary>
/// <param name="Shape">How accepting is measured.</param>
/// <param name="Pending">How many wait.</param>
internal sealed record ScheduledScenario(LoadPlan Shape, int Pending) : IScenario
{
    private const string Bulk = "load-scheduled";
    private const int Punctual = 1_000;

    /// <summary>Some 4 MB a request, of at most 10, and 41 MB of answer, of at most 64 that the client takes.</summary>
    private const int PerRequest = 200_000;

    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string What => $"accept, bulk {Shape.Alim.Messages}, with {Count(Pending)} scheduled";

    public async Task<ScenarioResult> RunAsync(IPEndPoint gateway, CancellationToken cancellation)
    {
        await FirstMessage.SendAsync(gateway, Shape.Alim, cancellation);

        // A store that has a rush behind it takes in less than an empty one: before and with are both measured on such a one.
        var empty = await AcceptAsync(gateway, 0, cancellation);
        await FinishedAsync(gateway, empty.Sum.MessagesInAll, cancellation);
        var before = await AcceptAsync(gateway, empty.Sum.MessagesInAll, cancellation);
        var without = empty.Sum.MessagesInAll + before.Sum.MessagesInAll;
        await FinishedAsync(gateway, without, cancellation);
        var fillingFrom = Stopwatch.GetTimestamp();
        await FillAsync(gateway, cancellation);
        var filling = Stopwatch.GetElapsedTime(fillingFrom);

        var with = await AcceptAsync(gateway, without, cancellation);
        await FinishedAsync(gateway, without + with.Sum.MessagesInAll, cancellation);
        var late = await PunctualityAsync(gateway, cancellation);
        var changes = new List<string>();
        var faults = new List<string>([.. empty.Faults, .. before.Faults, .. with.Faults]);
        foreach (var (name, path, body) in Changes())
        {
            var from = Stopwatch.GetTimestamp();
            var answer = await AskAsync(gateway, "PUT", path, body, cancellation);
            changes.Add($"{name} {Time(Stopwatch.GetElapsedTime(from))}");
            if (answer.Status != 200)
                faults.Add($"{name} was answered {answer.Status}");
        }

        if (late.Count < Punctual)
            faults.Add($"{Punctual - late.Count} of {Punctual} punctual messages were not reported");
        return new ScenarioResult(
            with.MessagesPerSecond,
            with.Sum.Latency.Percentile(0.5),
            with.Sum.Latency.Percentile(0.99),
            without + with.Sum.MessagesInAll + Pending + Punctual + 1,
            [
                $"empty       {Count(empty.MessagesPerSecond)} msg/s; {empty.Sum.Latency}",
                $"before      {Count(before.MessagesPerSecond)} msg/s; {before.Sum.Latency}",
                $"filled      {Count(Pending)} scheduled messages in {filling.TotalSeconds:F1} s",
                $"with them   {Count(with.MessagesPerSecond)} msg/s, {with.MessagesPerSecond / before.MessagesPerSecond:P0} of before; {with.Sum.Latency}",
                $"punctual    {Count(late.Count)} singles over {Spread.TotalSeconds:F0} s left {Late(late, 0.5)} (p50), {Late(late, 0.99)} (p99), {Late(late, 1)} (max) after their instant",
                $"changes     {string.Join(", ", changes)}",
            ],
            faults);
    }

    private static string Late(List<TimeSpan> late, double share) => late.Count == 0 ? "-" : Time(late[Math.Min(late.Count - 1, (int)(late.Count * share))]);

    private static IEnumerable<(string Name, string Path, string Body)> Changes()
    {
        var status = $"/sms/1/bulks/status?bulkId={Bulk}";
        var tomorrow = Iso(TimeProvider.System.GetUtcNow().AddDays(2));
        yield return ("pause", status, """{"status":"PAUSED"}""");
        yield return ("reschedule", $"/sms/1/bulks?bulkId={Bulk}", $$"""{"sendAt":"{{tomorrow}}"}""");
        yield return ("resume", status, """{"status":"PROCESSING"}""");
        yield return ("cancel", status, """{"status":"CANCELED"}""");
    }

    private Task<LoadOutcome> AcceptAsync(IPEndPoint gateway, long first, CancellationToken cancellation) =>
        new LoadRun(Shape with { Gateway = gateway, FirstSequence = first + 1 }).RunAsync(cancellation);

    /// <summary>Waits until what was accepted is delivered: it must not stand in the way of what is measured next, and how long it takes is no matter here.</summary>
    private async Task FinishedAsync(IPEndPoint gateway, long accepted, CancellationToken cancellation)
    {
        for (var from = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(from) < Patience;)
        {
            var metrics = (await AskAsync(gateway, "GET", "/metrics", null, cancellation)).Body;
            var finished = metrics.Split('\n').Where(static line => line.StartsWith("naru_messages_finished_total{", StringComparison.Ordinal))
                .Sum(static line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
            if (finished >= accepted)
                return;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }

        throw new ScenarioRefusedException($"of {accepted} messages not all were delivered within {Patience.TotalSeconds:F0} s");
    }

    private async Task FillAsync(IPEndPoint gateway, CancellationToken cancellation)
    {
        for (var first = 0; first < Pending; first += PerRequest)
        {
            var body = new StringBuilder($"{{\"messages\":[{{\"sender\":\"{Shape.Alim.Sender}\",\"destinations\":[");
            for (var i = first; i < Math.Min(first + PerRequest, Pending); i++)
                body.Append(i == first ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"to\":\"{Shape.Alim.Recipients.Of(i)}\"}}");
            body.Append("],").Append(Content()).Append(CultureInfo.InvariantCulture, $"}}],\"options\":{{\"schedule\":{{\"bulkId\":\"{Bulk}\",\"sendAt\":\"{Iso(TimeProvider.System.GetUtcNow().AddDays(1))}\"}}}}}}");
            var answer = await AskAsync(gateway, "POST", "/kakao-alim/1/messages", body.ToString(), cancellation);
            if (answer.Status != 200)
                throw new ScenarioRefusedException($"the scheduled messages were answered {answer.Status}: {answer.Body}");
        }
    }

    /// <summary>How much later than asked each left, as its report says.</summary>
    private async Task<List<TimeSpan>> PunctualityAsync(IPEndPoint gateway, CancellationToken cancellation)
    {
        var asked = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        using var peer = await HttpPeer.ConnectAsync(gateway, cancellation);
        var start = TimeProvider.System.GetUtcNow().AddSeconds(5);
        for (var i = 0; i < Punctual; i++)
        {
            var at = start + (i * Spread / Punctual);
            at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
            var id = $"punctual-{Shape.Alim.Run}-{i}";
            asked.Add(id, at);
            var body = $"{{\"messages\":[{{\"sender\":\"{Shape.Alim.Sender}\",\"destinations\":[{{\"to\":\"821000000001\",\"messageId\":\"{id}\"}}],{Content()}}}],"
                + $"\"options\":{{\"schedule\":{{\"sendAt\":\"{Iso(at)}\"}}}}}}";
            await peer.AskAsync(Request(gateway, "POST", "/kakao-alim/1/messages", body));
        }

        await Task.Delay(start + Spread + TimeSpan.FromSeconds(5) - TimeProvider.System.GetUtcNow(), cancellation);
        var late = new List<TimeSpan>();
        while ((await AskAsync(gateway, "GET", "/kakao-alim/1/reports?limit=1000", null, cancellation)).Body is var page
            && JsonNode.Parse(page)!["results"]!.AsArray() is { Count: > 0 } reports)
        {
            foreach (var report in reports)
            {
                if (asked.TryGetValue((string)report!["messageId"]!, out var at))
                    late.Add(DateTimeOffset.Parse((string)report["sentAt"]!, CultureInfo.InvariantCulture) - at);
            }
        }

        late.Sort();
        return late;
    }

    private string Content() =>
        $"\"content\":{{\"type\":\"TEMPLATE\",\"templateCode\":\"{Shape.Alim.Template}\",\"text\":\"주문하신 상품 P1의 도착 예정일은 2026-11-28입니다.\"}}";

    private async Task<(int Status, string Body)> AskAsync(IPEndPoint gateway, string method, string path, string? body, CancellationToken cancellation)
    {
        using var peer = await HttpPeer.ConnectAsync(gateway, cancellation);
        await peer.AskAsync(Request(gateway, method, path, body));
        return (peer.Answer.Status, Encoding.UTF8.GetString(peer.Answer.Body));
    }

    private byte[] Request(IPEndPoint gateway, string method, string path, string? body)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        var head = $"{method} {path} HTTP/1.1\r\nHost: {gateway}\r\nAuthorization: App {Shape.Alim.ApiKey}\r\nAccept: application/json\r\n"
            + (body is null ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
