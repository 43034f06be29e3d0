using Naru.Carriers.Simulator;

namespace Naru.Server.Composition.Carriers;

/// <summary>A carrier that settings name.</summary>
/// <param name="Type">Null for the simulator.</param>
/// <param name="PerSecond">The engine's limit on hand-overs: what the settings say, else what the kind has; null = none.</param>
/// <param name="Section">Its settings, which may hold secrets: they are read by its type alone.</param>
public sealed record ConfiguredCarrier(string Name, CarrierType? Type, int? PerSecond, IConfigurationSection Section)
{
    private const int MaxName = 32;
    private const int MostPerSecond = 1_000_000;

    public static IReadOnlyList<ConfiguredCarrier> ReadAll(IConfigurationSection carriers) => [.. carriers.GetChildren().Select(Read)];

    private static ConfiguredCarrier Read(IConfigurationSection section)
    {
        if (string.Equals(section.Key, SimulatorCarrier.CarrierName, StringComparison.OrdinalIgnoreCase))
        {
            return section["Type"] is null
                ? new ConfiguredCarrier(SimulatorCarrier.CarrierName, null, RateOf(section), section)
                : throw new InvalidOperationException($"{section.Path}:Type: the simulator is always there and of its own kind. Give the carrier another name.");
        }

        var type = section["Type"] is not { Length: > 0 } named
            ? throw new InvalidOperationException(
                $"{section.Path}: there is no carrier of this name, and no Type says of which kind it is. There is: {SimulatorCarrier.CarrierName}; kinds: {CarrierTypes.Names}.")
            : CarrierTypes.Find(named) ?? throw new InvalidOperationException($"{section.Path}:Type: there is no kind of carrier '{named}'. There are: {CarrierTypes.Names}.");
        return section.Key.Length <= MaxName && section.Key.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new ConfiguredCarrier(section.Key, type, RateOf(section) ?? type.PerSecond, section)
            : throw new InvalidOperationException($"{section.Path}: a carrier's name has 1 to {MaxName} lower-case letters, digits and hyphens.");
    }

    private static int? RateOf(IConfigurationSection section) =>
        section["PerSecond"] is null ? null
        : int.TryParse(section["PerSecond"], System.Globalization.CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= MostPerSecond ? rate
        : throw new InvalidOperationException($"{section.Path}:PerSecond must be 1 to 1,000,000 hand-overs per second. Leave it away for no limit.");
}
