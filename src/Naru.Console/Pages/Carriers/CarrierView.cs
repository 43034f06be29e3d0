using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Carriers;

/// <summary>One carrier as the page shows it.</summary>
/// <param name="PerSecond">The limit on hand-overs; null = none.</param>
/// <param name="Imports">Senders and templates can be read from its account.</param>
public sealed record CarrierView(
    ICarrier Carrier, int? PerSecond, AttemptTally Attempts, IReadOnlyList<(CarrierCredential Credential, CarrierSecret? Entered)> Credentials, bool Imports)
{
    public string Id => "carrier-" + Carrier.Name;
}

/// <summary>Reads what is known of the carriers.</summary>
public sealed class CarrierReader(IEnumerable<ICarrier> carriers, IEnumerable<IDealer> dealers, WorkspaceDirectory directory, GatewayMeter meter, EngineSettings settings)
{
    public IReadOnlyList<CarrierView> All() => [.. carriers.OrderBy(carrier => carrier.Name, StringComparer.Ordinal).Select(View)];

    public ICarrier? Find(string name) => carriers.FirstOrDefault(carrier => string.Equals(carrier.Name, name, StringComparison.Ordinal));

    public IDealer? FindDealer(string name) => dealers.FirstOrDefault(dealer => string.Equals(dealer.Name, name, StringComparison.Ordinal));

    /// <summary>What it signs in with, and what was entered of that.</summary>
    public IReadOnlyList<(CarrierCredential Credential, CarrierSecret? Entered)> CredentialsOf(ICarrier carrier) =>
        [.. carrier.Credentials.Select(credential => (credential, directory.FindCarrierSecret(carrier.Name, credential.Name)))];

    private CarrierView View(ICarrier carrier) => new(
        carrier,
        settings.CarriersPerSecond.TryGetValue(carrier.Name, out var rate) ? rate : null,
        meter.AttemptsOf(carrier.Name),
        CredentialsOf(carrier),
        FindDealer(carrier.Name) is not null);
}

/// <summary>What an import brought, or why it ended.</summary>
public sealed record ImportOutcome(string Carrier, DealerImport? Import, string? Failure);
