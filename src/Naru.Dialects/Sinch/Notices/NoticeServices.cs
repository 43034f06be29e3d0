using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Sinch.Inbound;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Notices;

internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services) =>
        services.AddSingleton<INoticeWriter, SinchNoticeWriter>().AddSingleton<IInboundWriter, SinchInboundWriter>();
}
