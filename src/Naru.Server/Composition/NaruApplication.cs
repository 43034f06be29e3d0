using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Naru.Carriers.Http;
using Naru.Carriers.Simulator;
using Naru.Console;
using Naru.Console.Testing;
using Naru.Dialects.Infobip;
using Naru.Dialects.Kakao;
using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning;
using Naru.Engine;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Server.Commands;
using Naru.Server.Composition.Carriers;
using Naru.Server.Demo;
using Naru.Server.Logging;
using Naru.Server.Operations;
using Naru.Server.Reference;
using Naru.Server.Tls;

namespace Naru.Server.Composition;

/// <summary>The program, put together. Reads as its table of contents.</summary>
public static class NaruApplication
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    public static WebApplication Build(Serving serving)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        NaruConfiguration.AddNaru(builder.Configuration);
        var settings = NaruSettings.Read(builder.Configuration, serving);
        if (serving.Urls is not null || builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(serving.Urls ?? DefaultUrl);
        }

        builder.WebHost.UseNaruTls(builder.Configuration);
        builder.Logging.AddNaru(builder.Configuration, serving.Mode == GatewayMode.Serve ? LogFormat.Json : LogFormat.Text);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Each front door refuses a large body with its own error; this is only the outer wall.
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;

            // Kakao's SDKs put whole templates into addresses, of up to 10,000 characters before they are escaped.
            kestrel.Limits.MaxRequestLineSize = 128 * 1024;
        });

        builder.Services.AddSingleton(new GatewayModeOptions(serving.Mode, serving.AllowRemote));
        builder.Services.AddSingleton(settings);
        builder.Services.AddDataProtection().SetApplicationName("Naru").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
        builder.Services.AddGateway(settings);
        builder.Services.AddSimulator(settings.Simulator);
        builder.Services.AddCarriers(settings);
        builder.Services.AddInfobip(builder.Configuration);
        builder.Services.AddKakaoPlatform(KakaoOptions.From(builder.Configuration, settings.DataFolder), KakaoHosts.From(builder.Configuration));
        builder.Services.AddSingleton<IKakaoFurnisher, DemoKakao>();
        builder.Services.AddKakao();
        builder.Services.AddSinchProvisioning();
        builder.Services.AddSinch(builder.Configuration);
        builder.Services.AddConsole(new ConsoleOptions { DemoSignIn = serving.Mode == GatewayMode.Serve ? null : $"{DemoCredentials.UserName} / {DemoCredentials.Password}" });
        builder.Services.AddTestRoutes();
        builder.Services.AddNaruOperations(builder.Configuration);
        builder.Services.AddNaruReference();

        var app = builder.Build();
        app.UseFrontDoorFaults();
        app.MapOperations();
        app.MapReference();
        app.MapInfobip();
        app.MapKakao();
        app.MapSinch();
        app.MapSinchProvisioning();
        app.MapCarrierWebhooks();
        app.MapConsole();
        app.MapTestRoutes();
        return app;
    }

    /// <summary>As <see cref="Build"/>; null when a setting or a file cannot be used, which was said on standard error.</summary>
    public static async Task<WebApplication?> TryBuildAsync(Serving serving)
    {
        try
        {
            return Build(serving);
        }
        catch (Exception fault) when (fault is StoreRefusedException or InvalidOperationException or FormatException)
        {
            await System.Console.Error.WriteLineAsync(fault.Message);
            return null;
        }
    }

    /// <summary>Runs until the process is told to end. Ends with 1 when it could not start, the reason on standard error.</summary>
    public static async Task<int> RunAsync(WebApplication app, Serving serving, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (StoreRefusedException refused)
        {
            await System.Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            await System.Console.Error.WriteLineAsync($"{failure.Message} Another address: --urls http://127.0.0.1:8081");
            return 1;
        }

        if (serving.Tour)
        {
            var tour = new DemoTour(app.Services.GetRequiredService<IGateway>(), app.Services.GetRequiredService<WorkspaceDirectory>(), app.Urls.First());
            await TakeAsync(tour, app.Lifetime.ApplicationStopping, cancellationToken);
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return Environment.ExitCode;
    }

    /// <summary>Whoever ends the process while the first messages are shown ends it as at any other time.</summary>
    private static async Task TakeAsync(DemoTour tour, CancellationToken stopping, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        try
        {
            await tour.RunAsync(ending.Token);
        }
        catch (Exception interrupted) when (ending.IsCancellationRequested && interrupted is OperationCanceledException or HttpRequestException)
        {
            await System.Console.Error.WriteLineAsync("Stopped before all first messages were shown.");
        }
    }
}
