namespace Naru.Fakes.Solapi;

/// <summary>All messages, in the order in which they came and in the order in which they changed. Thread-safe.</summary>
internal sealed class Book
{
    private readonly Lock _lock = new();
    private readonly List<StoredMessage> _created = [];
    private readonly List<(DateTimeOffset At, StoredMessage Message)> _changed = [];

    public void Add(IEnumerable<StoredMessage> messages)
    {
        lock (_lock)
        {
            foreach (var message in messages)
            {
                _created.Add(message);
                Changed(message);
            }
        }
    }

    public void Finish(IEnumerable<(StoredMessage Message, string Status)> results)
    {
        lock (_lock)
        {
            foreach (var (message, status) in results)
            {
                message.StatusCode = status;
                Changed(message);
            }
        }
    }

    /// <param name="start">Where the page begins: what the last one ended with.</param>
    public (IReadOnlyList<StoredMessage> Page, int? Next) List(bool byChange, DateTimeOffset from, DateTimeOffset until, Func<StoredMessage, bool> wanted, int start, int limit)
    {
        lock (_lock)
        {
            var page = new List<StoredMessage>(limit);
            var count = byChange ? _changed.Count : _created.Count;
            for (var i = start == 0 ? First(byChange, from) : start; i < count; i++)
            {
                var (at, message) = byChange ? _changed[i] : (_created[i].DateCreated, _created[i]);
                if (at < from || at > until || (byChange && at != message.DateUpdated) || !wanted(message))
                {
                    continue;
                }

                if (page.Count == limit)
                {
                    return (page, i);
                }

                page.Add(message);
            }

            return (page, null);
        }
    }

    private void Changed(StoredMessage message)
    {
        var now = TimeProvider.System.GetUtcNow();
        message.DateUpdated = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        _changed.Add((message.DateUpdated, message));
    }

    /// <summary>Both lists are in order of time.</summary>
    private int First(bool byChange, DateTimeOffset from)
    {
        var (low, high) = (0, byChange ? _changed.Count : _created.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((byChange ? _changed[middle].At : _created[middle].DateCreated) < from)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
