using Naru.Core.Messages;

namespace Naru.Engine.Registry;

/// <summary>What an app registered an endpoint for. Equals a Sinch webhook.</summary>
/// <param name="PublicId">A ULID.</param>
/// <param name="App">The number of the app.</param>
/// <param name="Enabled">False: kept, and nothing is pushed to it.</param>
/// <param name="Secret">Signs every push; null = unsigned.</param>
/// <param name="Triggers">In the front door's words, as registered.</param>
/// <param name="Events">Those of them that happen here.</param>
/// <param name="Credentials">With which a token for the pushes is fetched; null = none is needed.</param>
public sealed record Subscription(
    string PublicId,
    int App,
    bool Enabled,
    string? Secret,
    IReadOnlyList<string> Triggers,
    IReadOnlyList<ReportEvent> Events,
    ClientCredentials? Credentials)
{
    /// <summary>Who is told how a message ends is told of the steps that fail on the way.</summary>
    public bool Wants(ReportEvent happened) => Enabled && Events.Contains(happened.FailedStep() is null ? happened : ReportEvent.Final);

    /// <summary>Told of alarms, and of nothing else.</summary>
    public bool IsOfAlarms => Events.Contains(ReportEvent.AlarmRaised);

    /// <summary>Without what is secret: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(Subscription)} {PublicId}";
}

/// <summary>An OAuth 2.0 client of the subscriber's.</summary>
/// <param name="TokenUrl">Answers with <c>access_token</c> and <c>expires_in</c> (30 to 3,600 seconds).</param>
/// <param name="Scope">At most 1,024 characters.</param>
/// <param name="ResponseType">At most 64 characters.</param>
/// <param name="InForm">The client is named in the form; else in a Basic header.</param>
public sealed record ClientCredentials(string ClientId, string ClientSecret, string TokenUrl, string? Scope, string? ResponseType, bool InForm)
{
    /// <summary>Without what is secret: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(ClientCredentials)} {ClientId}";
}
