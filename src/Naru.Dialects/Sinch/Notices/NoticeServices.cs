using Microsoft.Extensions.DependencyInjection;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Notices;

internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services) => services.AddSingleton<INoticeWriter, SinchNoticeWriter>();
}
