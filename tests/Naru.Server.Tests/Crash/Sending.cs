using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;

namespace Naru.Server.Tests.Crash;

/// <summary>A request of the load, and what became of it as its client knows.</summary>
/// <param name="ByMessageId">The client gave ids; else every recipient occurs once in the whole run.</param>
internal sealed record Sending(IReadOnlyList<Destination> To, bool ByMessageId, string? IdempotencyKey, JsonObject Body)
{
    /// <summary>Null when the gateway was killed before it answered.</summary>
    public Answer? Answer { get; set; }

    /// <summary>What tells the request's messages from all others.</summary>
    public IEnumerable<string> Marks => To.Select(destination => ByMessageId ? destination.MessageId! : destination.To);
}
