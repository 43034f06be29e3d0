using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Naru.Server.Tls;

/// <summary>HTTPS on a second port, beside the address that the gateway listens to anyway.</summary>
public static class TlsSetup
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Call it after the HTTP address is set. Does nothing where <c>Naru:Tls</c> is empty.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict each other or are incomplete; the text names them.</exception>
    public static IWebHostBuilder UseNaruTls(this IWebHostBuilder web, IConfiguration configuration)
    {
        if (TlsOptions.From(configuration) is not { } options)
        {
            return web;
        }

        // As one more address and not as an endpoint of Kestrel's own: those replace the addresses, and HTTP would be gone.
        web.UseSetting(WebHostDefaults.ServerUrlsKey, $"{CurrentUrls(web)};{options.Url}");
        web.UseKestrelHttpsConfiguration();
        return web.ConfigureServices(services =>
        {
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(options.Files);
            services.AddSingleton<CertificateHolder>();
            services.AddSingleton<CertificateMeter>();
            services.AddOptions<KestrelServerOptions>().Configure<CertificateHolder, CertificateMeter>(static (kestrel, holder, _) =>
                kestrel.ConfigureHttpsDefaults(https => Configure(https, holder)));
        });
    }

    private static void Configure(HttpsConnectionAdapterOptions https, CertificateHolder holder)
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.ServerCertificateSelector = (_, _) => holder.Current.TargetCertificate;
        // The selector alone would send the certificate without those that lead to its root, and most clients would not trust it.
        https.OnAuthenticate = (_, authentication) =>
        {
            authentication.ServerCertificateSelectionCallback = null;
            authentication.ServerCertificateContext = holder.Current;
        };
    }

    private static string CurrentUrls(IWebHostBuilder web)
    {
        if (web.GetSetting(WebHostDefaults.ServerUrlsKey) is { Length: > 0 } urls)
        {
            return urls;
        }

        // The base images of ASP.NET Core set this one; it counts only where no address is given.
        return web.GetSetting(WebHostDefaults.HttpPortsKey) is { Length: > 0 } ports
            ? string.Join(';', ports.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://*:{port}"))
            : DefaultUrl;
    }
}
