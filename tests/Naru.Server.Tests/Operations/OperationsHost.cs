using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Server.Operations;
using Naru.Server.Operations.Health;

namespace Naru.Server.Tests.Operations;

/// <summary>A web server with the operations endpoints and nothing behind them, on a port of its own.</summary>
internal sealed class OperationsHost : IAsyncDisposable
{
    private OperationsHost(WebApplication app)
    {
        App = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public static async Task<OperationsHost> StartAsync(IReadinessCheck? check = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddNaruMetrics(builder.Configuration);
        builder.Services.AddSingleton<IReadinessCheck, StoppingReadiness>();
        if (check is not null)
        {
            builder.Services.AddSingleton(check);
        }

        var app = builder.Build();
        app.MapOperations();
        await app.StartAsync();
        return new OperationsHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}

internal sealed class SettableCheck : IReadinessCheck
{
    public string? Reason { get; set; }

    public string? WhyNot() => Reason;
}
