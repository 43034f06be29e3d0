using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Naru.Engine;
using Naru.Server.Commands;
using Naru.Server.Composition;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Reference;

/// <summary>The whole program in the process of the test, so that its routes can be asked for.</summary>
internal sealed class WholeGateway : IAsyncDisposable
{
    /// <summary>How a program of one's own learns of it too. Tests do not run side by side.</summary>
    private const string StorageVariable = "Naru__Storage";

    private readonly DataFolder _data;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private WholeGateway(DataFolder data, WebApplication app)
    {
        (_data, _app) = (data, app);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public Uri Url => _http.BaseAddress!;

    /// <summary>Every route with a method: one without is a door's answer to methods and paths that it does not have.</summary>
    public IReadOnlyList<RouteEndpoint> Routes =>
    [
        .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null),
    ];

    public static async Task<WholeGateway> StartAsync(GatewayMode mode)
    {
        var data = new DataFolder();
        WebApplication app;
        Environment.SetEnvironmentVariable(StorageVariable, StoreUnderTest.SettingFor(data.Path));
        try
        {
            app = NaruApplication.Build(new Serving(mode, "http://127.0.0.1:0", data.Path, AllowRemote: false, Tour: false));
        }
        finally
        {
            Environment.SetEnvironmentVariable(StorageVariable, null);
        }

        await app.StartAsync();
        return new WholeGateway(data, app);
    }

    public Task<string> ReferenceTextAsync() => _http.GetStringAsync("/openapi/naru.json");

    public async Task<ReadResult> ReferenceAsync() => OpenApiDocument.Parse(await ReferenceTextAsync(), "json");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Dispose();
    }
}
