namespace Naru.Console;

/// <summary>How the operator pages behave.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Sign-in attempts a minute from one address, right or wrong.</summary>
    public int SignInsPerAddress { get; init; } = 20;

    /// <summary>Sign-in attempts a minute for one name, from wherever they come.</summary>
    public int SignInsPerName { get; init; } = 10;

    /// <summary>A session ends so long after its last use.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Shown beside the sign-in form in the demo and test modes: who may try it.</summary>
    public string? DemoSignIn { get; init; }
}
