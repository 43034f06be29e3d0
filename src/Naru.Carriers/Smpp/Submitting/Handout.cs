using Naru.Core.Messages;

namespace Naru.Carriers.Smpp.Submitting;

/// <summary>A batch on its way. The binds draw from it until nothing is left. Thread-safe.</summary>
internal sealed class Handout
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CarrierAnswer?[] _answers;
    private readonly List<Delivery> _deliveries = [];
    private int _next = -1;
    private int _open;

    public Handout(int count) => _answers = new CarrierAnswer?[count];

    /// <summary>Completes when every attempt has its answer.</summary>
    public Task Settled => _settled.Task;

    public bool IsEmpty => _deliveries.Count == 0;

    /// <summary>Whether all that was to be drawn is drawn.</summary>
    public bool IsDrawn => Volatile.Read(ref _next) >= _deliveries.Count - 1;

    public IReadOnlyList<CarrierAnswer> Answers => Array.ConvertAll(_answers, static answer => answer!);

    /// <summary>Answered without leaving.</summary>
    public void Answer(int index, CarrierAnswer answer) => _answers[index] = answer;

    /// <summary>Before anything is drawn.</summary>
    public void Add(Delivery delivery)
    {
        _deliveries.Add(delivery);
        _open++;
    }

    public Delivery? Draw()
    {
        var next = Interlocked.Increment(ref _next);
        return next < _deliveries.Count ? _deliveries[next] : null;
    }

    public void Take(Delivery delivery)
    {
        _answers[delivery.Index] = delivery.Answer;
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _settled.TrySetResult();
        }
    }

    /// <summary>What was not handed over goes back. Parts that are out keep waiting for their answers.</summary>
    public void GiveBack(string why)
    {
        foreach (var delivery in _deliveries)
        {
            foreach (var part in delivery.Parts)
            {
                if (part.State is PartState.Waiting or PartState.Held)
                {
                    part.NotSent(why);
                }
            }
        }
    }

    /// <summary>The gateway stops: what is out stays unclear.</summary>
    public void Abandon(string why)
    {
        foreach (var delivery in _deliveries)
        {
            foreach (var part in delivery.Parts)
            {
                if (part.State is PartState.Out)
                {
                    part.Lost(why);
                }
            }
        }
    }
}
