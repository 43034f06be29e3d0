using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Server.Tls;

namespace Naru.Server.Tests.Operations;

/// <summary>A real web server with HTTP on one port and HTTPS on another, and a folder for its certificate.</summary>
internal sealed class TlsHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("naru-tls-");
    private WebApplication? _app;

    public ManualTime Time { get; } = new();

    public RememberedLog Log { get; } = new();

    public Uri Http => new(_app!.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));

    public Uri Https => new(_app!.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal)));

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return PathOf(file);
    }

    public async Task<TlsHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>("Naru:Tls:" + s.Key, s.Value)));
        builder.Configuration["Naru:Tls:Url"] ??= builder.Configuration["Naru:Tls:Port"] is null ? "https://127.0.0.1:0" : null;
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseNaruTls(builder.Configuration);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        _app = builder.Build();
        _app.MapGet("/", (HttpContext http) => http.Request.Scheme);
        await _app.StartAsync();
        return this;
    }

    /// <summary>Lets the server look at its files.</summary>
    public void Look() => Time.Advance(CertificateHolder.LookEvery);

    /// <summary>Shakes hands, trusting this root only; the certificate that was shown, or an exception.</summary>
    public async Task<(string Subject, SslProtocols Protocol)> ShakeHandsAsync(TestCertificate trusted, SslProtocols protocols = SslProtocols.None)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Https.Port);
        await using var stream = new SslStream(socket.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = protocols, CertificateChainPolicy = Trusting(trusted) });
        return (stream.RemoteCertificate!.Subject, stream.SslProtocol);
    }

    public static X509ChainPolicy Trusting(TestCertificate certificate)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.CustomTrustStore.Add(certificate.Root);
        return policy;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}

/// <summary>Warnings and errors, as text.</summary>
internal sealed class RememberedLog : ILoggerProvider, ILogger
{
    public List<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Errors)
        {
            if (IsEnabled(logLevel))
            {
                Errors.Add(formatter(state, exception));
            }
        }
    }

    public void Dispose()
    {
    }
}
