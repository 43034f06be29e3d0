using System.Net;
using Naru.Server.Tests.Clients;

namespace Naru.Server.Tests.Crash;

/// <summary>What the gateway says of every message when all is over: its log, and the phones.</summary>
internal sealed class Evidence
{
    private readonly ILookup<string, Report> _logByMark;
    private readonly Dictionary<string, int> _arrivals;

    private Evidence(IReadOnlyList<Report> log, IReadOnlyList<Arrival> arrivals)
    {
        Log = log;
        _logByMark = log.SelectMany(row => new[] { (Mark: row.MessageId, row), (Mark: row.To, row) }).ToLookup(one => one.Mark, one => one.row, StringComparer.Ordinal);
        _arrivals = arrivals.GroupBy(arrival => arrival.MessageId, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Count(), StringComparer.Ordinal);
    }

    /// <summary>One row for each message.</summary>
    public IReadOnlyList<Report> Log { get; }

    public IEnumerable<string> OnPhones => _arrivals.Keys;

    public static async Task<Evidence> ReadAsync(InfobipClient client, HandsetClient handset)
    {
        var log = new List<Report>();
        var query = "limit=1000&useCursor=true";
        while (query is not null)
        {
            var answer = await client.GetAsync($"{InfobipClient.LogsPath}?{query}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            log.AddRange(Report.ReadAll(answer.Body));
            query = (string?)answer.Json["cursor"]?["nextCursor"] is { Length: > 0 } next
                ? $"limit=1000&useCursor=true&cursor={Uri.EscapeDataString(next)}"
                : null;
        }

        return new Evidence(log, await handset.AllAsync());
    }

    /// <summary>The rows of a message, by its client's id or its recipient.</summary>
    public IEnumerable<Report> Of(string mark) => _logByMark[mark];

    public int ArrivalsOf(string messageId) => _arrivals.GetValueOrDefault(messageId);
}
