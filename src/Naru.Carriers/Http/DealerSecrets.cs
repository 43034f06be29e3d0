using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Carriers.Http;

/// <summary>Our credentials at a dealer: what an operator entered, else what settings say. Asked at every request, so that new ones count at once.</summary>
internal sealed class DealerSecrets(string carrier, WorkspaceDirectory directory, params (string Name, bool IsRequired, string? InSettings)[] all)
{
    /// <summary>What a request is answered with where <see cref="AreThere"/> is false.</summary>
    public static readonly DealerReply Missing = DealerReply.NotSent("no credentials were entered", isOutage: false);

    public bool AreThere => Array.TrueForAll(all, one => !one.IsRequired || Find(one.Name) is not null);

    public IReadOnlyList<CarrierCredential> Credentials => Array.ConvertAll(all, static one => new CarrierCredential(one.Name, one.IsRequired, one.InSettings is not null));

    public string? Find(string name) =>
        directory.FindCarrierSecret(carrier, name)?.Value ?? Array.Find(all, one => string.Equals(one.Name, name, StringComparison.Ordinal)).InSettings;

    public IReadOnlyList<CarrierCondition> Conditions(DealerHealth health) =>
    [
        !AreThere ? new CarrierCondition("account", CarrierStanding.NoCredentials)
        : health.IsBroken ? new CarrierCondition("account", CarrierStanding.Down, Detail: "the dealer does not answer; the circuit is open")
        : health.PausedUntil is { } until ? new CarrierCondition("account", CarrierStanding.Pausing, Detail: $"until {until:HH:mm:ss} UTC")
        : new CarrierCondition("account", CarrierStanding.Up),
    ];
}
