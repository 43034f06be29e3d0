using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Naru.Server.Tls;

/// <summary>Where a certificate lies, and how it is read.</summary>
/// <param name="CertificatePath">PEM: the certificate, and behind it those that lead to the root (a full chain). Or a PFX.</param>
/// <param name="KeyPath">PEM: the private key; null when it stands in the same file.</param>
/// <param name="IsPfx">PKCS#12 instead of PEM.</param>
/// <param name="Password">Of the PFX or of the encrypted key.</param>
/// <param name="PasswordFile">A file that holds the password, as containers and systemd hand secrets over.</param>
public sealed record CertificateFiles(string CertificatePath, string? KeyPath, bool IsPfx, string? Password, string? PasswordFile)
{
    /// <summary>All files that make up the certificate.</summary>
    public IEnumerable<string> All => new[] { CertificatePath, KeyPath, PasswordFile }.OfType<string>();

    /// <summary>A password is no one's business, also where a record prints itself.</summary>
    public override string ToString() => string.Join(", ", All);

    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="CryptographicException">What is read is no certificate with its key.</exception>
    internal SslStreamCertificateContext Load()
    {
        var password = PasswordFile is null ? Password : File.ReadAllText(PasswordFile).TrimEnd('\r', '\n');
        var chain = new X509Certificate2Collection();
        var leaf = IsPfx ? LoadPfx(password, chain) : LoadPem(password, chain);
        // Offline: the chain is what the file holds, and starting must not wait for a certificate authority.
        return SslStreamCertificateContext.Create(leaf, chain, offline: true);
    }

    private X509Certificate2 LoadPem(string? password, X509Certificate2Collection chain)
    {
        var text = File.ReadAllText(CertificatePath);
        var key = KeyPath is null ? text : File.ReadAllText(KeyPath);
        var leaf = Parse(text, key, password);
        chain.ImportFromPem(text);
        chain.RemoveAt(0);
        return OperatingSystem.IsWindows() ? Persisted(leaf) : leaf;
    }

    private static X509Certificate2 Parse(string text, string key, string? password)
    {
        try
        {
            return password is null ? X509Certificate2.CreateFromPem(text, key) : X509Certificate2.CreateFromEncryptedPem(text, key, password);
        }
        catch (ArgumentException mismatch)
        {
            // Certificate and key of different kinds; to the operator it is the same fault as a wrong key.
            throw new CryptographicException(mismatch.Message, mismatch);
        }
    }

    private X509Certificate2 LoadPfx(string? password, X509Certificate2Collection chain)
    {
        chain.AddRange(X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(CertificatePath), password));
        var leaf = chain.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new CryptographicException("The PFX holds no private key.");
        chain.Remove(leaf);
        return leaf;
    }

    /// <summary>Schannel takes no key that lives in memory only.</summary>
    private static X509Certificate2 Persisted(X509Certificate2 leaf)
    {
        using (leaf)
        {
            return X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
