using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Naru.Server.Tests.Operations;

/// <summary>A certificate for localhost with an authority between it and its root, made for one test.</summary>
internal sealed class TestCertificate
{
    private static readonly DateTimeOffset s_from = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_until = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly X509Certificate2 _leaf;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestCertificate(string name)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Root = Authority($"CN={name} root", rootKey).CreateSelfSigned(s_from, s_until);
        using var middle = Authority($"CN={name} middle", middleKey).Create(Root, s_from, s_until, [1]).CopyWithPrivateKey(middleKey);
        Middle = X509CertificateLoader.LoadCertificate(middle.RawData);
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        _leaf = request.Create(middle, s_from, s_until, [2]).CopyWithPrivateKey(_key);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Middle { get; }

    public string Subject => _leaf.Subject;

    /// <summary>The certificate and the authority between, as <c>fullchain.pem</c> has them.</summary>
    public string FullChainPem => _leaf.ExportCertificatePem() + "\n" + Middle.ExportCertificatePem() + "\n";

    public string KeyPem => _key.ExportPkcs8PrivateKeyPem();

    public string EncryptedKeyPem(string password) =>
        _key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000));

    public byte[] Pfx(string password) => new X509Certificate2Collection { _leaf, Middle }.Export(X509ContentType.Pkcs12, password)!;

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }
}
