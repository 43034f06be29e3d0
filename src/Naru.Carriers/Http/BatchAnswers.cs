using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Http;

/// <summary>Answers to a batch, each given once, in whatever order they become known.</summary>
internal sealed class BatchAnswers(IReadOnlyList<Handover> batch)
{
    private readonly Dictionary<AttemptId, CarrierAnswer> _answers = new(batch.Count);

    /// <summary>The hand-overs that a dealer is to be bothered with; the others have their answers now.</summary>
    public Handover[] Sendable(DateTimeOffset now)
    {
        var sendable = new List<Handover>(batch.Count);
        foreach (var handover in batch)
        {
            var code = TestNumber.Of(handover.To) is not null ? "5000" : DialledNumber.Korean(handover.To) is null ? "3008" : null;
            if (code is null)
            {
                sendable.Add(handover);
            }
            else
            {
                Set(handover, CarrierAnswer.Done(code, now));
            }
        }

        return [.. sendable];
    }

    public void Set(Handover handover, CarrierAnswer answer)
    {
        lock (_answers)
        {
            _answers[handover.Id] = answer;
        }
    }

    public bool Has(Handover handover)
    {
        lock (_answers)
        {
            return _answers.ContainsKey(handover.Id);
        }
    }

    /// <summary>Those of the hand-overs that were answered so.</summary>
    public IReadOnlyList<(Handover Handover, CarrierAnswer Answer)> Of(AnswerKind kind, IEnumerable<Handover> handovers)
    {
        lock (_answers)
        {
            return [.. handovers.Where(handover => _answers.GetValueOrDefault(handover.Id)?.Kind == kind).Select(handover => (handover, _answers[handover.Id]))];
        }
    }

    /// <summary>In the order of the batch. One that nobody answered is unclear.</summary>
    public IReadOnlyList<CarrierAnswer> All()
    {
        lock (_answers)
        {
            return [.. batch.Select(handover => _answers.GetValueOrDefault(handover.Id) ?? CarrierAnswer.Unclear("the dealer did not mention it"))];
        }
    }
}
