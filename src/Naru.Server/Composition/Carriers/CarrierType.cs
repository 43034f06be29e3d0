namespace Naru.Server.Composition.Carriers;

/// <summary>A kind of way out that settings can name: <c>Naru:Carriers:NAME:Type</c>.</summary>
/// <param name="Type">In lower case.</param>
/// <param name="Add">Adds a carrier of a name with its settings and the data folder; throws <see cref="InvalidOperationException"/> where they cannot be used.</param>
/// <param name="PerSecond">The engine's limit on hand-overs where settings say none: what the other end publishes; null = none.</param>
public sealed record CarrierType(string Type, Action<IServiceCollection, string, IConfigurationSection, string> Add, int? PerSecond = null);
