using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>
/// The requests of one push whose items go one by one. Items of one message follow one another, and stop at one that is to be tried again; when too many
/// fail in a row, the rest is left as it is. Lines work on it side by side.
/// </summary>
internal sealed class PushRound
{
    private readonly PushSchedule _schedule;
    private readonly Lock _lock = new();

    /// <summary>What was not asked for.</summary>
    private readonly List<PushResult> _results = [];
    private readonly List<AnswerGroup> _answers = [];

    /// <summary>For each item the next one of its message; −1 where there is none.</summary>
    private readonly int[] _after;

    /// <summary>For each item its place in <see cref="Messages"/>.</summary>
    private readonly int[] _messageOf;
    private readonly List<int> _firsts = [];
    private ItemSet _items;
    private int _failuresInRow;
    private int _nextSlot = -1;
    private int _unfinished;

    public PushRound(PushOrder order)
    {
        Order = order;
        Target = new WebhookTarget(order.Endpoint);
        _schedule = PushSchedule.Of(order.Push.Dialect);
        _items = order.Items;
        _after = new int[order.Push.Items.Length];
        _messageOf = new int[order.Push.Items.Length];
    }

    public PushOrder Order { get; }

    public WebhookTarget Target { get; }

    /// <summary>Each version of a message once.</summary>
    public List<Message> Messages { get; } = [];

    /// <summary>Parallel to the messages.</summary>
    public IReadOnlyList<string> BulkIds { get; set; } = [];

    /// <summary>The first item of each message.</summary>
    public IReadOnlyList<int> Firsts => _firsts;

    /// <summary>Nothing is to be asked for.</summary>
    public bool IsOver => _firsts.Count == 0;

    /// <summary>So much failed in a row that the rest is left for the next round.</summary>
    public bool IsLeft => Volatile.Read(ref _failuresInRow) >= Order.Width;

    /// <summary>The messages that it needs.</summary>
    public MessageKey[] Keys()
    {
        var keys = new HashSet<MessageKey>();
        foreach (var item in _items)
        {
            if (Order.Push.Items[item].IsOfMessage)
            {
                keys.Add(Order.Push.Items[item].Message);
            }
        }

        return [.. keys];
    }

    /// <summary>Puts the items of each message in a row.</summary>
    /// <param name="loaded">The messages, where they were not at hand.</param>
    /// <param name="nothingLeft">What is said of items whose message is gone.</param>
    public void Bring(IReadOnlyList<Message>? loaded, WebhookAnswer nothingLeft)
    {
        var found = loaded?.ToDictionary(static m => m.Key);
        var last = new Dictionary<MessageKey, int>();
        var gone = default(ItemSet);
        foreach (var item in _items)
        {
            var told = Order.Push.Items[item];
            _after[item] = -1;
            _messageOf[item] = -1;
            if (!told.IsOfMessage)
            {
                _firsts.Add(item);
                continue;
            }

            if ((found is null ? Order.Messages![item] : found.GetValueOrDefault(told.Message)) is not { } message)
            {
                gone = gone.With(item);
                continue;
            }

            if (last.TryGetValue(told.Message, out var before))
            {
                _after[before] = item;
                _messageOf[item] = _messageOf[before];
            }
            else
            {
                _firsts.Add(item);
            }

            // As it was when this happened: an earlier item may be of an earlier version.
            if (_messageOf[item] < 0 || !ReferenceEquals(Messages[_messageOf[item]], message))
            {
                _messageOf[item] = Messages.Count;
                Messages.Add(message);
            }

            last[told.Message] = item;
        }

        _items = _items.Except(gone);
        _unfinished = _firsts.Count;
        if (!gone.IsEmpty)
        {
            _results.Add(new PushResult(gone, nothingLeft, TimeSpan.Zero, Requests: 0, Gone: true));
        }
    }

    /// <summary>Nothing of it could be asked for.</summary>
    public void Fail(WebhookAnswer why)
    {
        _firsts.Clear();
        _results.Add(new PushResult(_items, why, TimeSpan.Zero, Requests: 0));
    }

    public int After(int item) => _after[item];

    public RenderOrder RenderOrder(int item)
    {
        var push = Order.Push;
        var at = _messageOf[item];
        return at < 0
            ? new RenderOrder(Order.Endpoint, push.Items[item].Event, [], [], push.Notice)
            : new RenderOrder(Order.Endpoint, push.Items[item].Event, [Messages[at]], [BulkIds[at]]);
    }

    /// <summary>Each slot is given out once; null when none is left.</summary>
    public DateTimeOffset? NextSlot() => Order.Slots is { } slots && Interlocked.Increment(ref _nextSlot) is var slot && slot < slots.Count ? slots.At(slot) : null;

    public static bool IsInTime(DateTimeOffset slot, DateTimeOffset now) => now - slot <= EvenPace.Lateness;

    /// <returns>Whether what comes after it in its message may go.</returns>
    public bool Note(int item, WebhookAnswer answer, TimeSpan took)
    {
        var settled = answer.Succeeded || _schedule.IsFinal(answer.Status);
        lock (_lock)
        {
            _failuresInRow = settled ? 0 : _failuresInRow + 1;
            var group = _answers.Find(g => g.Answer.Status == answer.Status);
            if (group is null)
            {
                _answers.Add(group = new AnswerGroup { Answer = answer });
            }

            group.Add(item, answer, took);
        }

        return settled;
    }

    /// <summary>A message's items are through, or left. True for the last of them.</summary>
    public bool Done() => Interlocked.Decrement(ref _unfinished) == 0;

    public IReadOnlyList<PushResult> Results()
    {
        lock (_lock)
        {
            return [.. _results, .. _answers.Select(static g => new PushResult(g.Items, g.Answer, g.Took, g.Requests))];
        }
    }

    /// <summary>Items that were answered alike.</summary>
    private sealed class AnswerGroup
    {
        /// <summary>The first, with the longest wait that any of them asked for.</summary>
        public required WebhookAnswer Answer { get; set; }

        public ItemSet Items { get; private set; }

        public TimeSpan Took { get; private set; }

        public int Requests { get; private set; }

        public void Add(int item, WebhookAnswer answer, TimeSpan took)
        {
            Items = Items.With(item);
            Took = took > Took ? took : Took;
            Requests++;
            if (answer.RetryAfter > Answer.RetryAfter.GetValueOrDefault())
            {
                Answer = Answer with { RetryAfter = answer.RetryAfter };
            }
        }
    }
}
