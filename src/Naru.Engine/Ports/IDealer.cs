using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A carrier whose other end is a dealer's account: senders and templates stand there, and it has a state of its own.</summary>
public interface IDealer
{
    /// <summary>The carrier's configured name.</summary>
    string Name { get; }

    DealerHealth Health { get; }

    /// <summary>
    /// Reads the account's senders and AlimTalk templates into a workspace. What the workspace has is updated; nothing is deleted. Throws
    /// <see cref="DealerFailedException"/> where the dealer cannot be read; what was read before stays.
    /// </summary>
    ValueTask<DealerImport> ImportAsync(WorkspaceId workspace, CancellationToken cancellationToken);
}

/// <param name="IsBroken">It did not answer lately: the circuit is open, and only a trial goes out now and then.</param>
/// <param name="PausedUntil">It asked for a pause.</param>
public sealed record DealerHealth(bool IsBroken, DateTimeOffset? PausedUntil);

/// <param name="Skipped">What was not taken over, and why: one sentence each.</param>
public sealed record DealerImport(int Senders, int NewSenders, int Templates, int NewTemplates, IReadOnlyList<string> Skipped);

/// <summary>The dealer refused or did not answer.</summary>
public sealed class DealerFailedException(string message) : Exception(message);
