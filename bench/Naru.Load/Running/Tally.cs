using System.Text;
using System.Text.Json;
using Naru.Load.Wire;

namespace Naru.Load.Running;

/// <summary>What one connection saw. Only answers inside the measured window count for rate and latency; all count for errors.</summary>
internal sealed class Tally(AcceptedMessages? accepted)
{
    private readonly Dictionary<string, long> _errors = [];

    public LatencyHistogram Latency { get; } = new();
    public IReadOnlyDictionary<string, long> Errors => _errors;

    /// <summary>Requests answered with 200 in the measured window.</summary>
    public long Requests { get; private set; }

    /// <summary>Messages accepted in the measured window.</summary>
    public long Messages { get; private set; }

    /// <summary>Messages accepted at any time.</summary>
    public long MessagesInAll { get; private set; }

    /// <summary>When the last answer came, in stopwatch ticks.</summary>
    public long LastAnswerAt { get; private set; }

    public void Answered(HttpFraming answer, long first, int messages, long sentAt, long answeredAt, bool measured)
    {
        LastAnswerAt = answeredAt;
        var taken = answer.Status == 200 ? CountAccepted(answer.Body, first, messages) : 0;
        if (answer.Status != 200)
            Failed($"HTTP {answer.Status} {Start(answer.Body)}");

        MessagesInAll += taken;
        if (!measured || answer.Status != 200)
            return;
        Requests++;
        Messages += taken;
        Latency.Record(answeredAt - sentAt);
    }

    public void Failed(string kind, int times = 1) => _errors[kind] = _errors.GetValueOrDefault(kind) + times;

    public void Add(Tally other)
    {
        Latency.Add(other.Latency);
        Requests += other.Requests;
        Messages += other.Messages;
        MessagesInAll += other.MessagesInAll;
        LastAnswerAt = Math.Max(LastAnswerAt, other.LastAnswerAt);
        foreach (var (kind, count) in other.Errors)
            _errors[kind] = _errors.GetValueOrDefault(kind) + count;
    }

    private int CountAccepted(ReadOnlySpan<byte> body, long first, int messages)
    {
        if (SendAnswer.AllAccepted(body, messages))
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
            Failed($"answer not understood: {Start(body)}", messages);
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

    private static string Start(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body[..Math.Min(body.Length, 160)]);
}
