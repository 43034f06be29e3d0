using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Naru.Carriers.Smpp;
using Naru.Core.Messages;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp;

public sealed class TlsTests : IDisposable
{
    private readonly string _authorities = Path.GetTempFileName();
    private readonly X509Certificate2 _certificate = Certificate();

    [Fact]
    public async Task A_certificate_of_the_accounts_own_authority_is_trusted()
    {
        await File.WriteAllTextAsync(_authorities, _certificate.ExportCertificatePem());
        await using var world = await SmppWorld.OpenAsync(smsc: options => options with { Certificate = _certificate }, options: (folder, port) => Options(folder, port, _authorities));

        (await world.SubmitAsync(world.Handover())).Single().Kind.ShouldBe(AnswerKind.Taken);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_and_nothing_is_said()
    {
        await using var world = await SmppWorld.OpenAsync(
            smsc: options => options with { Certificate = _certificate }, options: (folder, port) => Options(folder, port, null), waits: false);

        (await world.SubmitAsync(world.Handover())).Single().Kind.ShouldBe(AnswerKind.NotSent);

        world.Smsc.Journal.Of(SmscEvent.Bound).ShouldBeEmpty();
        world.Smsc.Journal.Of(SmscEvent.BindRefused).ShouldBeEmpty();
    }

    public void Dispose()
    {
        File.Delete(_authorities);
        _certificate.Dispose();
    }

    private static SmppOptions Options(string folder, int port, string? authorities) => new()
    {
        Name = "mobile", DataFolder = folder, Host = "127.0.0.1", Port = port, SystemId = "naru", Password = "secret",
        Tls = true, TlsName = "smsc.naru.example", TlsAuthorities = authorities, FirstGap = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMilliseconds(500),
    };

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=smsc.naru.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("smsc.naru.example");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
