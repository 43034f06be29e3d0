using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Dialects.Access;
using Naru.Dialects.Sinch.Apps;
using Naru.Dialects.Sinch.Auth;
using Naru.Dialects.Sinch.Batch;
using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Conversations;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Limits;
using Naru.Dialects.Sinch.Messages;
using Naru.Dialects.Sinch.Notices;
using Naru.Dialects.Sinch.Reports;
using Naru.Dialects.Sinch.Settings;
using Naru.Dialects.Sinch.Webhooks;
using Naru.Engine;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch;

/// <summary>
/// What the Sinch front door is made of. It needs from others: <see cref="IGateway"/>, the workspace directory, the gateway clock,
/// <see cref="GatewayModeOptions"/>, the webhook target policy, and the contact book.
/// </summary>
public static class SinchServices
{
    public static IServiceCollection AddSinch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SinchOptions.From(configuration));
        services.TryAddSingleton<PasswordChecks>();
        services.AddSingleton<SinchTokens>();
        services.AddSingleton<IBearerReader>(provider => provider.GetRequiredService<SinchTokens>());
        services.AddSingleton<SinchAuthenticator>();
        services.AddSingleton<SinchRateLimits>();
        services.AddSingleton<SinchDoor>();
        services.AddSingleton<IssueToken>();

        // One resource a line, each in its own folder.
        services.AddApps();
        services.AddWebhooks();
        services.AddSettings();
        services.AddMessages();
        services.AddBatch();
        services.AddContacts();
        services.AddConversations();
        services.AddNotices();
        services.AddReports();

        services.AddSingleton<IFrontDoorErrorWriter, SinchErrorWriter>();
        return services;
    }
}
