using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Reports;

internal static class ReportServices
{
    public static void AddReports(this IServiceCollection services) => services.TryAddEnumerable(
        ServiceDescriptor.Singleton<IReportRenderer, SinchReportRenderer>(provider => new SinchReportRenderer(
            provider.GetRequiredService<WorkspaceDirectory>(),
            provider.GetRequiredService<GatewayClock>(),
            new Lazy<IGateway>(provider.GetRequiredService<IGateway>),
            new Lazy<IContactBook>(provider.GetRequiredService<IContactBook>))));
}
