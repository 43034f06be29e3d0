using Naru.Carriers.Simulator;
using Naru.Engine;
using Naru.Engine.Alarms;
using Naru.Engine.Conversations;
using Naru.Engine.Images;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;
using Naru.Engine.Retention;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Server.Operations;

namespace Naru.Server.Composition;

/// <summary>The engine and what it stands on.</summary>
public static class GatewayServices
{
    /// <summary>Who looks for alarms, and who is told of them.</summary>
    private static void AddAlarms(this IServiceCollection services, AlarmSettings alarms, string dataFolder)
    {
        services.AddSingleton(alarms);
        services.AddSingleton<IReportRenderer, AlarmRenderer>();
        services.AddSingleton<IDiskGauge>(new DataDisk(dataFolder));
        services.AddSingleton<IBackgroundPump, AlarmWatch>();
        if (alarms.Staff is { } staff)
        {
            services.AddSingleton(staff);
            services.AddSingleton<IBackgroundPump, StaffTeller>();
        }
    }

    public static IServiceCollection AddGateway(this IServiceCollection services, NaruSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new GatewayClock(TimeProvider.System));
        services.AddSingleton<IRandomSource, SystemRandomSource>();
        services.AddStorage(settings);
        services.AddSingleton<WorkspaceDirectory>();
        services.AddSingleton(settings.Webhooks.Targets);
        services.AddSingleton(settings.Webhooks.Reports);
        services.AddSingleton<IWebhookClient>(provider => new WebhookClient(settings.Webhooks.Targets, provider.GetRequiredService<TimeProvider>(), settings.Webhooks.Timeout));
        services.AddSingleton(provider => settings.Images.Source(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ImageInspector>();
        services.AddSingleton(settings.Engine);
        services.AddSingleton(settings.AlimTalk);
        services.AddSingleton<GatewayMeter>();
        services.AddSingleton<Gateway>();
        services.AddSingleton<IGateway>(provider => provider.GetRequiredService<Gateway>());
        services.AddSingleton<IAlarms>(provider => provider.GetRequiredService<Gateway>());
        services.AddAlarms(settings.Alarms, settings.DataFolder);
        services.AddSingleton<ITimeTravel>(provider => provider.GetRequiredService<Gateway>());
        services.AddSingleton(new ContactBookOptions());
        services.AddSingleton<ContactBook>();
        services.AddSingleton<IContactBook>(provider => provider.GetRequiredService<ContactBook>());
        services.AddSingleton<SenderDesk>();
        services.AddSingleton<TemplateDesk>();
        services.AddSingleton<NewsDesk>();
        services.AddSingleton<TemplateUse>();
        services.AddSingleton<IBackgroundPump, ProvisioningPump>();
        services.AddSingleton(settings.Retention);
        services.AddSingleton<Sweeper>();
        services.AddHostedService<GatewayHost>();
        return services;
    }
}
