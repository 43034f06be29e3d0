using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Dialects.Access;
using Naru.Dialects.Infobip.Alim;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.BrandTemplates;
using Naru.Dialects.Infobip.Bulks;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Limits;
using Naru.Dialects.Infobip.Logs;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Sending;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip;

/// <summary>
/// What the Infobip front door is made of. It needs from others: <see cref="IGateway"/>, the workspace directory, the gateway clock,
/// <see cref="GatewayModeOptions"/> and the webhook target policy.
/// </summary>
public static class InfobipServices
{
    public static IServiceCollection AddInfobip(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(InfobipOptions.From(configuration));
        services.TryAddSingleton(InstallationReports.None);
        services.TryAddSingleton<PasswordChecks>();
        services.AddSingleton<InfobipAuthenticator>();
        services.AddSingleton<InfobipRateLimits>();
        services.AddSingleton<InfobipDoor>();

        services.AddSingleton<CreateSession>();
        services.AddSingleton<DestroySession>();
        services.AddSingleton<IssueOAuthToken>();

        services.AddSingleton<ScenarioRoute>();
        services.AddSingleton<SendEnvelopes>();
        // The composition root has settings for them; a host without one gets KakaoTalk's present limits.
        services.TryAddSingleton(AlimTalkRules.Default);
        services.AddSingleton<SendDryRun>();
        services.AddSingleton<SendMessages>();
        services.AddSingleton<PullReports>();
        services.AddSingleton<LogScan>();
        services.AddSingleton<ListLogs>();

        services.AddSingleton<BulkOperations>();
        services.AddSingleton<BrandTemplateOperations>();
        services.AddSingleton<ScenarioOperations>();

        services.AddSingleton<IFrontDoorErrorWriter, InfobipErrorWriter>();
        services.AddSingleton<IReportRenderer>(static services => Renderer(services, DialectName.Infobip));
        services.AddSingleton<IReportRenderer>(static services => Renderer(services, DialectName.InfobipOmni));
        return services;
    }

    /// <summary>The gateway pushes through the renderer and the renderer asks the gateway for ids: it is looked up when the first push is made.</summary>
    private static InfobipReportRenderer Renderer(IServiceProvider services, DialectName dialect)
    {
        var gateway = new Lazy<IGateway>(services.GetRequiredService<IGateway>);
        return new InfobipReportRenderer(PublicId, dialect);

        string PublicId(Message message) => gateway.Value.PublicId(message);
    }
}
