namespace Naru.Console.Carriers;

/// <param name="Credentials">By their names, such as <c>ApiSecret</c>; those that are not named stay as they are.</param>
internal sealed record CarrierCredentialBody(IReadOnlyDictionary<string, string>? Credentials);

internal sealed record CarrierCredentialAnswer(string Carrier, IReadOnlyList<CarrierCredentialItem> Credentials);

/// <param name="Name">As the carrier's settings name it.</param>
/// <param name="Required">Nothing can be sent without it.</param>
/// <param name="InSettings">Settings have one, which counts while none is entered.</param>
/// <param name="EnteredAt">Null where none is entered.</param>
/// <param name="EnteredBy">The operator's name.</param>
internal sealed record CarrierCredentialItem(string Name, bool Required, bool InSettings, string? EnteredAt, string? EnteredBy);
