using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Core.Templates;
using Naru.Dialects.SinchProvisioning.Activities;
using Naru.Dialects.SinchProvisioning.Categories;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Notices;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Dialects.SinchProvisioning.Templates;
using Naru.Dialects.SinchProvisioning.Webhooks;
using Naru.Engine.Images;
using Naru.Engine.Ports;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>
/// What the Provisioning API is made of. It needs from others: the Sinch front door's sign-in, the workspace directory, and the desks of senders and templates.
/// </summary>
public static class ProvisioningServices
{
    /// <summary>Before the Sinch front door, whose error writer takes every path under <c>/v1</c> for its own.</summary>
    public static IServiceCollection AddSinchProvisioning(this IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter, ProvisioningHosts>();
        services.AddSingleton<ProvisioningDoor>();
        services.AddSingleton<SenderEndpoints>();
        services.AddSingleton<SenderVerification>();
        services.AddSingleton<TemplateEndpoints>();
        services.TryAddSingleton(AlimTalkRules.Default);
        services.TryAddSingleton<ImageInspector>();
        services.AddSingleton<TemplateRefusals>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<CommentEndpoints>();
        services.AddSingleton<CategoryEndpoints>();
        services.AddSingleton<WebhookEndpoints>();
        services.AddSingleton<IProvisioningNoticeWriter, ProvisioningNoticeWriter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportRenderer, ProvisioningPushRenderer>());
        services.AddSingleton<IFrontDoorErrorWriter, ProvisioningErrorWriter>();
        return services;
    }
}
