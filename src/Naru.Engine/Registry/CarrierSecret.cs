namespace Naru.Engine.Registry;

/// <summary>A credential of ours at a carrier, entered by an operator. The store holds it sealed; nothing ever shows it again.</summary>
/// <param name="Carrier">The carrier's configured name.</param>
/// <param name="EnteredBy">The name of the operator's credential; empty where it was entered before that was written down.</param>
/// <param name="Name">As the carrier's settings name it, such as <c>ApiSecret</c>.</param>
public sealed record CarrierSecret(string Carrier, string Name, string Value, DateTimeOffset EnteredAt, string EnteredBy = "")
{
    /// <summary>Without the value: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(CarrierSecret)} {Carrier} {Name}";
}
