using System.Security.Cryptography.X509Certificates;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Fakes.Smsc;

public sealed record SmscOptions
{
    /// <summary>On loopback; 0: any free port.</summary>
    public int Port { get; init; }

    public string SystemId { get; init; } = "naru";

    public string Password { get; init; } = "secret";

    /// <summary>Submissions that a session may have unanswered; more break a rule.</summary>
    public int MostUnanswered { get; init; } = 1_000;

    /// <summary>Message ids in hexadecimal in answers.</summary>
    public bool HexIds { get; init; }

    /// <summary>Spoken where it is given.</summary>
    public X509Certificate2? Certificate { get; init; }

    public string? JournalPath { get; init; }

    /// <summary>Nothing is checked or written down: for measurements.</summary>
    public bool IsFast { get; init; }

    /// <summary>What is done with each submission.</summary>
    public Func<SmscSubmission, SmscReaction> React { get; init; } = static _ => SmscReaction.Delivers;

    /// <summary>The status of a bind with the right name and password.</summary>
    public uint BindStatus { get; init; } = SmppStatus.Ok;
}
