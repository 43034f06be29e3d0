using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Naru.Carriers.Smpp.Links;

/// <summary>Connects to the carrier: TCP, and TLS with a checked certificate where the account says so.</summary>
internal sealed class SmppConnector(SmppOptions options, TimeProvider time)
{
    public async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, either.Token);
            var stream = client.GetStream();
            return options.Tls ? await SecureAsync(stream, either.Token) : stream;
        }
        catch (Exception failure)
        {
            client.Dispose();
            if (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new IOException("the carrier did not answer the connection in time", failure);
            }

            throw;
        }
    }

    private async Task<SslStream> SecureAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = options.TlsName ?? options.Host,
                    CertificateChainPolicy = Trusted(),
                },
                cancellationToken);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }

    /// <summary>Null: as the system trusts.</summary>
    private X509ChainPolicy? Trusted()
    {
        if (options.TlsAuthorities is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck, // an authority of one's own seldom answers for revocations
        };
        policy.CustomTrustStore.ImportFromPemFile(options.TlsAuthorities);
        return policy;
    }
}
