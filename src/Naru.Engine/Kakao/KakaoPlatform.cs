using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Naru.Engine.Kakao.OpenId;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Kakao.Picking;
using Naru.Engine.Kakao.Scraping;
using Naru.Engine.Kakao.Sharing;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Kakao;

/// <summary>The Developers platform's own services. It needs from others: a store, a secret box, the gateway clock, chance, the webhook target policy and phones.</summary>
public static class KakaoPlatform
{
    public static IServiceCollection AddKakaoPlatform(this IServiceCollection services, KakaoOptions options, KakaoHosts hosts)
    {
        services.AddSingleton(options);
        services.AddSingleton(hosts);
        services.AddSingleton<KakaoDirectory>();
        services.AddSingleton<LoginDesk>();
        services.AddSingleton<LoginOutcomes>();
        services.AddSingleton<TokenDesk>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IdTokens>();
        services.AddSingleton<RequestMeter>();
        services.AddSingleton<ForcedFaults>();
        services.TryAddSingleton<INameResolver>(SystemNames.Instance);
        services.AddSingleton<OutboundFetch>();
        services.AddSingleton<PageScraper>();
        services.AddSingleton<OutboundAddresses>();
        services.AddSingleton<TalkComposer>();
        services.AddSingleton<LeftOutLinks>();
        services.AddSingleton<TalkDesk>();
        services.AddSingleton<FriendList>();
        services.AddSingleton<ShareDesk>();
        services.AddSingleton<PickerList>();
        services.AddSingleton<ShareCallbacks>();
        services.AddSingleton<ImageShelf>();
        services.AddSingleton<KakaoWire>();
        services.AddSingleton<TokenOwners>();
        services.AddSingleton<KakaoPassage>();
        services.AddHostedService<KakaoHost>();
        return services;
    }

    /// <summary>Reads the platform before the first request is taken.</summary>
    private sealed class KakaoHost(KakaoDirectory directory, IEnumerable<IKakaoFurnisher> furnishers) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await directory.LoadAsync(cancellationToken);
            foreach (var furnisher in furnishers)
            {
                await furnisher.FurnishAsync(cancellationToken);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Brings something in after the platform was read, the first time.</summary>
public interface IKakaoFurnisher
{
    ValueTask FurnishAsync(CancellationToken cancellationToken);
}
