using Naru.Core.Messages;
using Naru.Engine.Machine;

namespace Naru.Engine.Dispatch;

/// <summary>
/// What waits for one carrier. One batch is out at a time; what gathers meanwhile is the next: the slower the carrier, the larger
/// its batches, up to what it takes.
/// </summary>
internal sealed class CarrierDesk(string name, CarrierTraits traits)
{
    private readonly Queue<Work> _waiting = new();
    private readonly List<Work> _out = [];

    public string Name { get; } = name;

    public CarrierTraits Traits { get; } = traits;

    public IReadOnlyList<Work> Out => _out;

    public void Add(Work work) => _waiting.Enqueue(work);

    public CarrierOrder? NextBatch()
    {
        if (_out.Count > 0 || _waiting.Count == 0)
        {
            return null;
        }

        var count = Math.Min(_waiting.Count, Traits.MaxBatch);
        var messages = new Message[count];
        for (var i = 0; i < count; i++)
        {
            var work = _waiting.Dequeue();
            _out.Add(work);
            messages[i] = work.Message;
        }

        return new CarrierOrder(Name, messages);
    }

    /// <summary>The batch came back.</summary>
    public List<Work> TakeOut()
    {
        var back = new List<Work>(_out);
        _out.Clear();
        return back;
    }
}
