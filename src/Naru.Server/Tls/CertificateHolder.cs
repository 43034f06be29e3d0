using System.Net.Security;
using System.Security.Cryptography;
using System.Text;

namespace Naru.Server.Tls;

/// <summary>
/// The certificate in use. The files are looked at every <see cref="LookEvery"/> and read anew when their content changed. They are looked at
/// rather than watched: a certificate often comes through a symbolic link that is turned (Kubernetes, certbot), a bind mount or a network file
/// system, where no change is signalled. A new file that cannot be used leaves the old certificate in place; as certificate and key are
/// seldom replaced in the same instant, it is tried again when either changes.
/// </summary>
internal sealed partial class CertificateHolder : IDisposable
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly CertificateFiles _files;
    private readonly ILogger<CertificateHolder> _log;
    private readonly ITimer _timer;
    private readonly Lock _looking = new();
    private byte[] _seen;
    private volatile SslStreamCertificateContext _current;

    /// <exception cref="InvalidOperationException">The files give no certificate: a start without one would refuse every caller.</exception>
    public CertificateHolder(CertificateFiles files, TimeProvider time, ILogger<CertificateHolder> log)
    {
        _files = files;
        _log = log;
        _seen = Fingerprint();
        try
        {
            _current = files.Load();
        }
        catch (Exception failure) when (IsOfTheFiles(failure))
        {
            throw new InvalidOperationException($"{TlsOptions.Section}: the certificate of {files} cannot be used: {failure.Message}", failure);
        }

        LogInUse(log, files.CertificatePath, NotAfter);
        _timer = time.CreateTimer(static state => ((CertificateHolder)state!).Look(), this, LookEvery, LookEvery);
    }

    public SslStreamCertificateContext Current => _current;

    public DateTimeOffset NotAfter => new(_current.TargetCertificate.NotAfter);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_looking)
        {
            var found = Fingerprint();
            if (found.AsSpan().SequenceEqual(_seen))
            {
                return;
            }

            // Remembered before it is loaded, so that a broken file is reported once and not every few seconds.
            _seen = found;
            try
            {
                // The one before is not disposed: handshakes may be using it.
                _current = _files.Load();
                LogInUse(_log, _files.CertificatePath, NotAfter);
            }
            catch (Exception failure) when (IsOfTheFiles(failure))
            {
                LogNotUsed(_log, _files.ToString(), failure.Message, NotAfter);
            }
        }
    }

    private byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files.All)
        {
            hash.AppendData(Fingerprint(file));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>A file that cannot be read has a fingerprint too: that it is missing is a change, and reported once.</summary>
    private static byte[] Fingerprint(string file)
    {
        try
        {
            return SHA256.HashData(File.ReadAllBytes(file));
        }
        catch (Exception failure) when (IsOfTheFiles(failure))
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(failure.Message));
        }
    }

    private static bool IsOfTheFiles(Exception failure) => failure is IOException or UnauthorizedAccessException or CryptographicException;

    [LoggerMessage(6101, LogLevel.Information, "HTTPS uses the certificate of {File}, valid until {NotAfter:u}")]
    private static partial void LogInUse(ILogger logger, string file, DateTimeOffset notAfter);

    [LoggerMessage(6102, LogLevel.Error, "The new certificate of {Files} cannot be used: {Reason} The one before stays in use, valid until {NotAfter:u}")]
    private static partial void LogNotUsed(ILogger logger, string files, string reason, DateTimeOffset notAfter);
}
