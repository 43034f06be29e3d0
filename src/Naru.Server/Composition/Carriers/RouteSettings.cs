using Naru.Carriers.Simulator;
using Naru.Core.Content;

namespace Naru.Server.Composition.Carriers;

/// <summary>The settings under <c>Naru:Routes</c>: which carrier takes a channel where operators set no route.</summary>
/// <param name="CarrierOf">By channel; the others go by <paramref name="Default"/>.</param>
/// <param name="Forget">Carriers that are gone: routes over them are removed at the start.</param>
public sealed record RouteSettings(string Default, IReadOnlyDictionary<Channel, string> CarrierOf, IReadOnlyCollection<string> Forget)
{
    /// <exception cref="InvalidOperationException">A carrier that is not configured, or a name that is no channel; the sentence names the setting.</exception>
    public static RouteSettings Read(IConfigurationSection routes, IReadOnlyList<ConfiguredCarrier> carriers)
    {
        string[] known = [SimulatorCarrier.CarrierName, .. carriers.Select(static carrier => carrier.Name)];
        var byChannel = new Dictionary<Channel, string>();
        foreach (var setting in routes.GetChildren())
        {
            if (setting.Key is nameof(Default) or nameof(Forget))
            {
                continue;
            }

            byChannel[ChannelOf(setting)] = Known(setting, known);
        }

        return new RouteSettings(
            routes[nameof(Default)] is null ? SimulatorCarrier.CarrierName : Known(routes.GetSection(nameof(Default)), known),
            byChannel,
            (routes[nameof(Forget)] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static Channel ChannelOf(IConfigurationSection setting) =>
        Enum.TryParse<Channel>(setting.Key, ignoreCase: true, out var channel) && Enum.IsDefined(channel) && !char.IsAsciiDigit(setting.Key[0])
            ? channel
            : throw new InvalidOperationException($"{setting.Path}: there is no such channel. There are: {string.Join(", ", Enum.GetNames<Channel>())}; and Default for the others.");

    private static string Known(IConfigurationSection setting, string[] known) =>
        known.Contains(setting.Value, StringComparer.Ordinal)
            ? setting.Value!
            : throw new InvalidOperationException($"{setting.Path}: there is no carrier '{setting.Value}'. There are: {string.Join(", ", known.Distinct())}. Configure it under Naru:Carriers.");
}
