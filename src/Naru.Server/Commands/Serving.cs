using Naru.Engine;
using Naru.Server.Composition;

namespace Naru.Server.Commands;

/// <summary>How the gateway was asked to run.</summary>
/// <param name="Urls">Overrides the configured address.</param>
/// <param name="Data">Overrides the configured data folder.</param>
/// <param name="Tour">Send a first message through each front door and print its timeline.</param>
public sealed record Serving(GatewayMode Mode, string? Urls, string? Data, bool AllowRemote, bool Tour)
{
    public static async Task<int> RunAsync(Serving serving, CancellationToken cancellationToken)
    {
        await using var app = await NaruApplication.TryBuildAsync(serving);
        return app is null ? 1 : await NaruApplication.RunAsync(app, serving, cancellationToken);
    }
}
