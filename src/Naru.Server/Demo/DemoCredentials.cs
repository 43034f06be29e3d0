namespace Naru.Server.Demo;

/// <summary>
/// The demo workspace, fixed for documents and tests. Everybody knows these: they are refused on any address but loopback unless
/// <c>--allow-remote</c> is said.
/// </summary>
public static class DemoCredentials
{
    public static readonly Guid ProjectId = new("5a3d0f0e-6f5c-4d8e-9a51-0000000000d3");

    public const string ApiKey = "demo-api-key";
    public const string UserName = "demo";
    public const string Password = "demo-password";
    public const string ClientId = "demo-client";
    public const string ClientSecret = "demo-client-secret";
    public const string SinchKeyId = "demo-key-id";
    public const string SinchKeySecret = "demo-key-secret";
    public const string SinchAppId = "01HDEM0APP0000000000000000";
    public const string ChannelName = "@narudemo";
    public const string SenderKey = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
}
