using System.Text.Json;
using System.Text.Json.Serialization;

namespace Naru.Fakes.Smsc;

/// <summary>The carrier's own book: the judge of what reached it. In memory, and line by line in a file where one is named. Thread-safe.</summary>
public sealed class SmscJournal : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Lock _lock = new();
    private readonly List<SmscEntry> _entries = [];
    private readonly StreamWriter? _file;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="path">JSON lines; null = none.</param>
    /// <param name="isKept">False: nothing is kept, for measurements.</param>
    public SmscJournal(string? path = null, bool isKept = true)
    {
        _file = path is null ? null : new StreamWriter(path, append: true) { AutoFlush = true };
        IsKept = isKept;
    }

    public bool IsKept { get; }

    public IReadOnlyList<SmscEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public IReadOnlyList<SmscEntry> Of(SmscEvent kind) => [.. Entries.Where(entry => entry.Event == kind)];

    public void Add(SmscEntry entry)
    {
        if (!IsKept)
        {
            return;
        }

        TaskCompletionSource changed;
        lock (_lock)
        {
            var numbered = entry with { Number = _entries.Count + 1 };
            _entries.Add(numbered);
            _file?.WriteLine(JsonSerializer.Serialize(numbered, s_json));
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.TrySetResult();
    }

    /// <summary>Waits until so many entries of a kind stand in the book.</summary>
    public async Task<IReadOnlyList<SmscEntry>> WaitAsync(SmscEvent kind, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                changed = _changed.Task;
                if (_entries.Count(entry => entry.Event == kind) >= count)
                {
                    break;
                }
            }

            await changed.WaitAsync(cancellationToken);
        }

        return Of(kind);
    }

    public void Dispose() => _file?.Dispose();
}
