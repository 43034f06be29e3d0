using Naru.Engine.Registry;
using Naru.Storage.Rows;

namespace Naru.Storage.Directories;

/// <summary>As Dapper fills it: properties are named as the columns are.</summary>
internal sealed record CarrierSecretRow
{
    public string Carrier { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Sealed.</summary>
    public string Value { get; init; } = "";

    public long Entered { get; init; }

    public string Entered_by { get; init; } = "";

    public static CarrierSecretRow Of(CarrierSecret from, ISecretBox box) => new()
    {
        Carrier = from.Carrier,
        Name = from.Name,
        Value = box.Seal(from.Value),
        Entered = Instants.ToMilliseconds(from.EnteredAt),
        Entered_by = from.EnteredBy,
    };

    public CarrierSecret ToSecret(ISecretBox box) => new(Carrier, Name, box.Open(Value), Instants.FromMilliseconds(Entered), Entered_by);
}
