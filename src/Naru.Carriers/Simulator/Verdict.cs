namespace Naru.Carriers.Simulator;

/// <summary>What the checks say of an attempt: a result code, or the card that the phone will show.</summary>
internal readonly record struct Verdict(string? Code, Card? Card)
{
    public static Verdict Refused(string code) => new(code, null);
}
