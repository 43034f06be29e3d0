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

    /// <summary>How many the next batch could have; 0 while one is out.</summary>
    public int Wanted => _out.Count > 0 ? 0 : Math.Min(Traits.MaxBatch, _waiting.Count);

    /// <param name="limit">How many it may have.</param>
    /// <param name="isWanted">Whether it is still to be handed over: much can happen while it waits here.</param>
    /// <param name="dropped">Told of each that is not.</param>
    public CarrierOrder? NextBatch(int limit, Func<Work, bool> isWanted, Action<Work> dropped)
    {
        if (_out.Count > 0)
        {
            return null;
        }

        while (_out.Count < limit && _waiting.TryDequeue(out var work))
        {
            if (isWanted(work))
            {
                _out.Add(work);
            }
            else
            {
                dropped(work);
            }
        }

        return _out.Count == 0 ? null : new CarrierOrder(Name, _out.ConvertAll(static w => w.Message));
    }

    /// <summary>The batch came back.</summary>
    public List<Work> TakeOut()
    {
        var back = new List<Work>(_out);
        _out.Clear();
        return back;
    }
}
