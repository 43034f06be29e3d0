using System.Text.Json;

namespace Naru.Fakes.Dealers;

/// <summary>What a fake saw and did, one line each: the judge of the tests. In memory, and as JSON lines where a file is named.</summary>
public sealed class Journal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<JournalLine> _lines = [];
    private readonly StreamWriter? _file;
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Journal(string? path) => _file = path is null ? null : new StreamWriter(path, append: true);

    /// <summary>Nothing is written down: for measurements.</summary>
    public bool IsOff { get; init; }

    public IReadOnlyList<JournalLine> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(string what, string? reference = null, string? detail = null)
    {
        if (IsOff)
        {
            return;
        }

        TaskCompletionSource grown;
        lock (_lock)
        {
            var line = new JournalLine(TimeProvider.System.GetUtcNow(), what, reference, detail);
            _lines.Add(line);
            _file?.WriteLine(JsonSerializer.Serialize(line, JsonSerializerOptions.Web));
            _file?.Flush();
            (grown, _grown) = (_grown, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        grown.TrySetResult();
    }

    /// <summary>Waits until what is written is so.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<JournalLine>, bool> enough, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience, TimeProvider.System);
        while (true)
        {
            Task grown;
            lock (_lock)
            {
                grown = _grown.Task;
            }

            if (enough(Lines))
            {
                return;
            }

            await grown.WaitAsync(late.Token);
        }
    }

    public void Dispose() => _file?.Dispose();
}

/// <param name="What">received, accepted, refused, answered, cut, reported …</param>
/// <param name="Reference">The client's reference of the message, or the request's own.</param>
public sealed record JournalLine(DateTimeOffset At, string What, string? Reference, string? Detail);
