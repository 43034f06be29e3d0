using System.Text;
using System.Text.Json;
using Naru.Load.Machine;
using Naru.Load.Wire;

namespace Naru.Load.Running;

/// <summary>What one connection saw. Only answers inside the measured window count for rate and latency; all count for errors.</summary>
internal sealed class Tally(AcceptedMessages? accepted)
{
    private readonly Dictionary<string, Fault> _faults = [];

    public LatencyHistogram Latency { get; } = new();

    /// <summary>Everything that went wrong, by kind.</summary>
    public IEnumerable<string> Faults => _faults.Select(fault => $"{Figures.Count(fault.Value.Times)} × {fault.Key}{fault.Value.Example}");

    /// <summary>Requests answered with 200 in the measured window.</summary>
    public long Requests { get; private set; }

    /// <summary>Messages accepted in the measured window.</summary>
    public long Messages { get; private set; }

    /// <summary>Messages accepted at any time.</summary>
    public long MessagesInAll { get; private set; }

    /// <summary>When the last answer came, in stopwatch ticks.</summary>
    public long LastAnswerAt { get; private set; }

    public void Answered(HttpFraming answer, PatchedRequest request, long first, long sentAt, long answeredAt, bool measured)
    {
        LastAnswerAt = answeredAt;
        var taken = answer.Status == 200 ? CountAccepted(answer.Body, request, first) : 0;
        if (answer.Status != 200)
            Failed($"HTTP {answer.Status}", example: Start(answer.Body));

        MessagesInAll += taken;
        if (!measured || answer.Status != 200)
            return;
        Requests++;
        Messages += taken;
        Latency.Record(answeredAt - sentAt);
    }

    public void Failed(string kind, int times = 1, string? example = null) =>
        Add(kind, new Fault(times, example is null ? "" : $", such as {example}"));

    public void Add(Tally other)
    {
        Latency.Add(other.Latency);
        Requests += other.Requests;
        Messages += other.Messages;
        MessagesInAll += other.MessagesInAll;
        LastAnswerAt = Math.Max(LastAnswerAt, other.LastAnswerAt);
        foreach (var (kind, fault) in other._faults)
            Add(kind, fault);
    }

    private void Add(string kind, Fault fault) =>
        _faults[kind] = _faults.TryGetValue(kind, out var known) ? known with { Times = known.Times + fault.Times } : fault;

    private int CountAccepted(ReadOnlySpan<byte> body, PatchedRequest request, long first)
    {
        var messages = request.Messages;
        if (request.IsAccepted(body))
        {
            accepted?.Add(first, messages);
            return messages;
        }

        try
        {
            return CountEach(SendAnswer.Read(body), first, messages);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Failed("answer not understood", messages, Start(body));
            return 0;
        }
    }

    private int CountEach(IReadOnlyList<(bool Accepted, string Status)> statuses, long first, int messages)
    {
        if (statuses.Count != messages)
            Failed($"answer for {statuses.Count} of {messages} messages");
        var taken = 0;
        for (var i = 0; i < Math.Min(statuses.Count, messages); i++)
        {
            if (statuses[i].Accepted)
            {
                taken++;
                accepted?.Add(first + i, 1);
            }
            else
            {
                Failed(statuses[i].Status);
            }
        }

        return taken;
    }

    private readonly record struct Fault(long Times, string Example);

    private static string Start(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body[..Math.Min(body.Length, 160)]);
}
