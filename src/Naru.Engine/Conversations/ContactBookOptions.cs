namespace Naru.Engine.Conversations;

public sealed record ContactBookOptions
{
    /// <summary>Contacts, and conversations, that are at hand: at least as many, at most twice. At about 1 kB each, 200 MB at most.</summary>
    public int Remembered { get; init; } = 100_000;

    /// <summary>Requests of one turn: what a flush takes in a few milliseconds.</summary>
    public int TurnRequests { get; init; } = 512;
}
