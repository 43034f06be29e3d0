using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Console.Access;

namespace Naru.Console.Kakao;

/// <summary>What simulated people see of the Developers platform. Demo and test modes only, and only this machine: nobody here has a password.</summary>
internal static class KakaoPages
{
    public static void AddKakaoPages(this IServiceCollection services) =>
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<AccountCookie>(provider));

    public static void MapKakaoPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AddEndpointFilter(OutsideRedirect.FilterAsync).AddEndpointFilter(Loopback.OnlyAsync).AddEndpointFilter(KakaoPageGuard.FilterAsync).ExcludeFromDescription();
        pages.MapKakaoLogin();
        pages.MapConnectedServices();
        pages.MapSharePicker();
        pages.MapFriendPicker();
        pages.MapTalkLinks();
        routes.MapKakaoImages();
    }
}
