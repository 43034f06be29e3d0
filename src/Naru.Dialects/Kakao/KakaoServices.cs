using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Login;
using Naru.Dialects.Kakao.OpenId;
using Naru.Dialects.Kakao.Outside;
using Naru.Dialects.Kakao.Share;
using Naru.Dialects.Kakao.Social;
using Naru.Dialects.Kakao.Talk;
using Naru.Dialects.Kakao.Users;
using Naru.Engine.Ports;

namespace Naru.Dialects.Kakao;

/// <summary>
/// What the Kakao Developers door is made of. It needs from others: the engine's Developers platform (<c>AddKakaoPlatform</c>), the workspace directory and the
/// gateway's mode. Register it before the Sinch door, whose errors claim all of <c>/v1</c> and <c>/v2</c>.
/// </summary>
public static class KakaoServices
{
    public static IServiceCollection AddKakao(this IServiceCollection services)
    {
        services.AddSingleton<KakaoDoor>();
        services.AddSingleton<KakaoDemo>();
        services.AddSingleton<OutsideCalls>();
        services.AddSingleton<GiveTokens>();
        services.AddSingleton<AskOutcome>();
        services.AddSingleton<OpenIdOperations>();
        services.AddSingleton<UserOperations>();
        services.AddSingleton<MessageOperations>();
        services.AddSingleton<SocialOperations>();
        services.AddSingleton<ShareOperations>();
        services.AddSingleton<IFrontDoorErrorWriter, KakaoErrorWriter>();
        services.AddSingleton<IStartupFilter, KakaoCors>();
        return services;
    }
}
