using Naru.Core.Workspaces;

namespace Naru.Core.Alarms;

/// <summary>What somebody should look at. Numbers are stored: never renumber.</summary>
public enum AlarmKind : byte
{
    /// <summary>A result code says that the caller or the configuration is at fault: every message of this kind fails until somebody acts.</summary>
    CallerFault = 1,

    /// <summary>A subscriber's URL failed so often in a row that it is rested.</summary>
    EndpointRested = 2,

    /// <summary>A carrier takes nothing: its circuit is open, none of its binds is up, or a credential is missing.</summary>
    CarrierDown = 3,

    /// <summary>Of many attempts of one carrier nobody knows what became of them.</summary>
    UnknownOutcomes = 4,

    /// <summary>The data folder's disk is nearly full.</summary>
    DiskNearlyFull = 5,

    /// <summary>The message that tells staff of alarms failed by its caller's fault. Nobody is sent a message about it.</summary>
    StaffMessageFailed = 6,
}

/// <summary>What an alarm is about: there is one open alarm of each key, which counts.</summary>
/// <param name="Workspace">Whose it is; 0 = the installation's.</param>
/// <param name="Subject">A sender key or calling number, the number of an endpoint, a carrier's name, a folder; <see cref="Rest"/> where alarms are too many to be told apart.</param>
/// <param name="Code">The result code, or why the step was refused; empty where there is none.</param>
public readonly record struct AlarmKey(AlarmKind Kind, WorkspaceId Workspace, string Subject, string Code = "")
{
    /// <summary>Stands for everything of the kind that got no alarm of its own.</summary>
    public const string Rest = "*";

    public static readonly WorkspaceId Installation = new(0);

    public static AlarmKey OfInstallation(AlarmKind kind, string subject) => new(kind, Installation, subject);

    public bool IsOfInstallation => Workspace == Installation;

    public bool IsRest => string.Equals(Subject, Rest, StringComparison.Ordinal);
}

/// <summary>Raised once and counted while it lasts; acknowledged by a person; cleared when its cause has ended.</summary>
/// <param name="Id">Never given twice while the row is kept.</param>
/// <param name="Detail">What was known last, in plain English, without secrets or numbers of people; null where the key says it all.</param>
/// <param name="Count">How often it happened since <paramref name="FirstAt"/>.</param>
public sealed record Alarm(long Id, AlarmKey Key, string? Detail, DateTimeOffset FirstAt, DateTimeOffset LastAt, long Count)
{
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The name of the operator's credential.</summary>
    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>When staff was last sent a message about this, or about an earlier alarm of the same key.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    public bool IsOpen => ClearedAt is null;

    /// <summary>Nobody has said yet that he looks after it.</summary>
    public bool IsWaiting => IsOpen && AcknowledgedAt is null;
}
