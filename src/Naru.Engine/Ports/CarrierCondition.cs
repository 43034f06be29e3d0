namespace Naru.Engine.Ports;

/// <summary>How a part of a carrier stands, for people: its connection, or one of its binds.</summary>
/// <param name="What">Which part, in a word or two of plain English, such as <c>bind 1, transceiver</c>.</param>
/// <param name="Since">When it became so; null = not known.</param>
/// <param name="Detail">Why, in plain English, without secrets or personal data; null where there is nothing to say.</param>
public sealed record CarrierCondition(string What, CarrierStanding Standing, DateTimeOffset? Since = null, string? Detail = null);

public enum CarrierStanding
{
    Up = 1,

    /// <summary>The other end asked for patience: nothing is sent for a while.</summary>
    Pausing = 2,

    /// <summary>It did not answer lately: the circuit is open, or the bind is down; it is tried again by itself.</summary>
    Down = 3,

    /// <summary>A credential is missing: nothing can be sent until one is entered.</summary>
    NoCredentials = 4,
}

/// <summary>A credential that the carrier signs in with.</summary>
/// <param name="Name">As its settings name it, such as <c>ApiSecret</c>.</param>
/// <param name="IsRequired">Nothing can be sent without it.</param>
/// <param name="IsInSettings">Settings have one, which counts while none is entered.</param>
public sealed record CarrierCredential(string Name, bool IsRequired, bool IsInSettings);
