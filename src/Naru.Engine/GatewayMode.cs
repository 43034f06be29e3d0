namespace Naru.Engine;

/// <summary>How the program was started.</summary>
public enum GatewayMode
{
    /// <summary>Real work.</summary>
    Serve = 1,

    /// <summary>Demo workspace, simulator, handset, test routes; well-known credentials, loopback only.</summary>
    Demo = 2,

    /// <summary>As the demo, for test suites.</summary>
    Test = 3,
}

/// <param name="AllowRemote">Demo credentials are accepted from other machines too (<c>demo --allow-remote</c>).</param>
public sealed record GatewayModeOptions(GatewayMode Mode, bool AllowRemote)
{
    /// <summary>Handset, test workspaces, faults, clock.</summary>
    public bool HasTestRoutes => Mode is GatewayMode.Demo or GatewayMode.Test;
}
