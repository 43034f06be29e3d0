using Naru.Engine.Ports;

namespace Naru.Carriers.Http;

/// <summary>
/// Divides a batch so that no recipient stands twice in a round: a dealer refuses equal recipients in one request, and the order of messages to one recipient is
/// kept by sending round after round.
/// </summary>
internal static class Rounds
{
    public static IReadOnlyList<IReadOnlyList<Handover>> Of(IEnumerable<Handover> batch)
    {
        var rounds = new List<List<Handover>>();
        var met = new Dictionary<long, int>();
        foreach (var handover in batch)
        {
            var round = met.GetValueOrDefault(handover.To.Digits);
            met[handover.To.Digits] = round + 1;
            if (round == rounds.Count)
            {
                rounds.Add([]);
            }

            rounds[round].Add(handover);
        }

        return rounds;
    }
}
