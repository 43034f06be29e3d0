using Naru.Core.Senders;

namespace Naru.Core.Workspaces;

/// <summary>A tenant: its credentials, senders and messages.</summary>
/// <param name="PublicId">Shown as Sinch's project id.</param>
/// <param name="Settings">What its owner may change.</param>
public sealed record Workspace(WorkspaceId Id, Guid PublicId, string Name, WorkspaceKind Kind, WorkspaceSettings Settings, DateTimeOffset CreatedAt);

/// <summary>Numbers are stored: never renumber.</summary>
public enum WorkspaceKind : byte
{
    Normal = 1,

    /// <summary>Its credentials are in the documentation: they are refused off loopback.</summary>
    Demo = 2,

    /// <summary>Made by a test suite and thrown away by it.</summary>
    Disposable = 3,
}

/// <param name="ReportUrl">Where reports go when a message names no URL; null = the pull queue.</param>
/// <param name="ReportContentType"><c>application/json</c> or <c>application/xml</c>.</param>
/// <param name="UnifiedContacts">Whether one phone number is one contact, whatever the channel. Null = never said.</param>
public sealed record WorkspaceSettings(string? ReportUrl = null, string ReportContentType = "application/json", bool? UnifiedContacts = null)
{
    /// <summary>The numbers that it may send texts from; the first stands in where a message names none.</summary>
    public IReadOnlyList<SmsNumber> SmsNumbers { get; init => field = value ?? []; } = [];

    /// <summary>Where texts go that people send to its numbers; null = they wait to be pulled.</summary>
    public string? InboundUrl { get; init; }

    /// <summary>The words at the beginning of such a text by which it is told apart.</summary>
    public IReadOnlyList<string> InboundKeywords { get; init => field = value ?? []; } = [];

    /// <param name="number">However it is written.</param>
    public bool HasNumber(string number)
    {
        foreach (var own in SmsNumbers)
        {
            if (string.Equals(own.Number, number, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return SmsNumber.Read(number) is { } read && !string.Equals(read, number, StringComparison.Ordinal) && HasNumber(read);
    }

    public bool Equals(WorkspaceSettings? other) => other is not null
        && (ReportUrl, ReportContentType, UnifiedContacts, InboundUrl) == (other.ReportUrl, other.ReportContentType, other.UnifiedContacts, other.InboundUrl)
        && SmsNumbers.SequenceEqual(other.SmsNumbers) && InboundKeywords.SequenceEqual(other.InboundKeywords);

    public override int GetHashCode() => HashCode.Combine(ReportUrl, ReportContentType, UnifiedContacts, InboundUrl, SmsNumbers.Count);
}

/// <summary>A key to a workspace. The secret is never kept, only its hash.</summary>
/// <param name="Id">Shown in the console.</param>
/// <param name="Name">The user name, client id or key id; for an API key a label.</param>
/// <param name="SecretHash">See the engine's credential check: SHA-256 of random keys, PBKDF2 of chosen passwords.</param>
/// <param name="Scopes">What it may do; empty = everything.</param>
public sealed record Credential(
    long Id,
    WorkspaceId Workspace,
    CredentialKind Kind,
    string Name,
    string SecretHash,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt);

/// <summary>Numbers are stored: never renumber.</summary>
public enum CredentialKind : byte
{
    /// <summary>Infobip <c>App</c> key.</summary>
    ApiKey = 1,

    /// <summary>Infobip user with password: Basic and session.</summary>
    User = 2,

    /// <summary>OAuth client: Infobip; Sinch key id and secret.</summary>
    OAuthClient = 3,

    /// <summary>Signs in to the console.</summary>
    Operator = 4,

    /// <summary>Sinch key id and secret: Basic and OAuth.</summary>
    SinchKey = 5,
}
