using Naru.Carriers.Simulator;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Engine;
using Naru.Engine.Images;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Retention;
using Naru.Engine.Webhooks;
using Naru.Server.Commands;
using Naru.Server.Composition.Carriers;
using Naru.Storage.Postgres;

namespace Naru.Server.Composition;

/// <summary>The settings under <c>Naru</c>, read once. docs/settings.md has each with its unit and default.</summary>
/// <param name="Postgres">Where the store is, if not in the data folder.</param>
/// <param name="Carriers">Those that have settings.</param>
/// <param name="Alarms">When alarms are raised, and who is told.</param>
public sealed record NaruSettings(
    string DataFolder, PostgresStoreOptions? Postgres, EngineSettings Engine, RetentionOptions Retention, WebhookSettings Webhooks, ImageSettings Images, SimulatorOptions Simulator,
    IReadOnlyList<ConfiguredCarrier> Carriers, AlarmSettings Alarms)
{
    /// <summary>The limits of AlimTalk, for linter, dry runs and simulator alike.</summary>
    public AlimTalkRules AlimTalk => Simulator.Rules;

    private static readonly string[] Loopback = ["127.0.0.0/8", "::1"];

    public static NaruSettings Read(IConfiguration configuration, Serving serving)
    {
        var naru = configuration.GetSection("Naru");
        var folder = serving.Data ?? naru["DataDirectory"] ?? (serving.Mode == GatewayMode.Serve ? "data" : Path.Combine("data", "demo"));
        folder = Path.GetFullPath(folder);
        var carriers = ConfiguredCarrier.ReadAll(naru.GetSection("Carriers"));
        var postgres = naru["Storage"] is { } storage && !string.IsNullOrWhiteSpace(storage) ? new PostgresStoreOptions { ConnectionString = storage } : null;
        var handovers = postgres is null ? new EngineSettings().HandoversPerAccepted : PostgresStoreOptions.HandoversPerAccepted;
        var webhooks = ReadWebhooks(naru.GetSection("Webhooks"), serving.Mode);
        var alarms = AlarmSettings.Read(naru.GetSection("Alarms"), webhooks.Targets);
        return new NaruSettings(
            folder,
            postgres,
            ReadEngine(naru, handovers, carriers, RouteSettings.Read(naru.GetSection("Routes"), carriers)) with { Alarms = alarms.Options },
            naru.GetSection("Retention").Get<RetentionOptions>() ?? new RetentionOptions(),
            webhooks,
            ReadImages(naru.GetSection("Images"), serving.Mode),
            new SimulatorOptions
            {
                DataFolder = folder,
                Latency = naru.GetValue("Simulator:Latency", TimeSpan.Zero),
                KeepMessages = naru.GetValue("Simulator:KeepMessages", 200_000),
                ReviewAfter = ReadReview(naru),
                Rules = AlimTalkSettings.Read(configuration),
            },
            carriers,
            alarms);
    }

    private static TimeSpan? ReadReview(IConfigurationSection naru) =>
        string.Equals(naru["Simulator:ReviewAfter"], "never", StringComparison.OrdinalIgnoreCase) ? null : naru.GetValue("Simulator:ReviewAfter", TimeSpan.FromSeconds(3));

    private static WebhookSettings ReadWebhooks(IConfigurationSection webhooks, GatewayMode mode)
    {
        var targets = WebhookTargetPolicy.Allowing(webhooks.GetSection("AllowedNetworks").Get<string[]>() ?? (mode == GatewayMode.Serve ? [] : Loopback));
        return new WebhookSettings(
            targets,
            InstallationReports.Read(webhooks["Reports:Url"], webhooks["Reports:ContentType"], targets),
            webhooks.GetValue("Timeout", TimeSpan.FromSeconds(10)));
    }

    private static ImageSettings ReadImages(IConfigurationSection images, GatewayMode mode) => new(
        images.GetValue("Check", true),
        WebhookTargetPolicy.Allowing(images.GetSection("AllowedNetworks").Get<string[]>() ?? (mode == GatewayMode.Serve ? [] : Loopback), ImageFetcher.NetworksSetting),
        images.GetValue("Timeout", TimeSpan.FromSeconds(5)));

    /// <param name="handovers">What suits the store where settings say nothing.</param>
    private static EngineSettings ReadEngine(IConfigurationSection naru, double handovers, IReadOnlyList<ConfiguredCarrier> carriers, RouteSettings routes)
    {
        var journey = JourneyPolicy.Default;
        var defaults = new EngineSettings();
        return defaults with
        {
            Journey = journey with
            {
                AttemptTimeout = naru.GetValue("Journey:AttemptTimeout", journey.AttemptTimeout),
                RetryDelay = naru.GetValue("Journey:RetryDelay", journey.RetryDelay),
                UnknownWait = naru.GetValue("Journey:UnknownWait", journey.UnknownWait),
                FirstBackoff = naru.GetValue("Journey:FirstBackoff", journey.FirstBackoff),
                MaxBackoff = naru.GetValue("Journey:MaxBackoff", journey.MaxBackoff),
                UnknownFailover = naru.GetValue("Journey:UnknownFailover", journey.UnknownFailover),
                RefuseAdvertisementsAtNight = naru.GetValue("Journey:RefuseAdvertisementsAtNight", journey.RefuseAdvertisementsAtNight),
            },
            MaxWorking = naru.GetValue("Engine:MaxWorking", defaults.MaxWorking),
            CarriersPerSecond = carriers.Where(static carrier => carrier.PerSecond is not null)
                .ToDictionary(static carrier => carrier.Name, static carrier => carrier.PerSecond!.Value, StringComparer.Ordinal),
            DefaultCarrier = routes.Default,
            CarrierOf = routes.CarrierOf,
            ForgottenCarriers = routes.Forget,
            HandoversPerAccepted = ReadShare(naru, handovers),
            RequestsPerEndpoint = naru.GetValue("Webhooks:RequestsPerEndpoint", defaults.RequestsPerEndpoint),
            PushesPerEndpoint = naru.GetValue("Webhooks:ParallelPerEndpoint", defaults.PushesPerEndpoint),
            RestAfterFailures = naru.GetValue("Webhooks:RestAfterFailures", defaults.RestAfterFailures),
            RestFor = naru.GetValue("Webhooks:RestFor", defaults.RestFor),
        };
    }

    private static double ReadShare(IConfigurationSection naru, double otherwise) =>
        naru.GetValue("Engine:HandoversPerAccepted", otherwise) is > 0 and <= 100 and var share
            ? share
            : throw new InvalidOperationException("Naru:Engine:HandoversPerAccepted must be above 0, at most 100: at 0 a flood would stop every delivery.");
}

public sealed record WebhookSettings(WebhookTargetPolicy Targets, InstallationReports Reports, TimeSpan Timeout);

/// <param name="Check">Whether images are fetched and looked at.</param>
/// <param name="Timeout">For one image, redirects included.</param>
public sealed record ImageSettings(bool Check, WebhookTargetPolicy Sources, TimeSpan Timeout)
{
    public IImageSource Source(TimeProvider time) => Check ? new ImageFetcher(Sources, time, Timeout) : new UnseenImages();
}
