using System.Net.Sockets;
using System.Security.Authentication;

namespace Naru.Server.Tests.Operations;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly TlsHost _host = new();
    private readonly TestCertificate _first = new("first");
    private readonly TestCertificate _second = new("second");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task HTTPS_is_served_beside_HTTP()
    {
        await StartWithPemAsync();
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = TlsHost.Trusting(_first) } };
        using var client = new HttpClient(handler);

        (await client.GetStringAsync(_host.Http)).ShouldBe("http");
        (await client.GetStringAsync($"https://localhost:{_host.Https.Port}/")).ShouldBe("https");
    }

    [Fact]
    public async Task A_client_that_knows_only_the_root_trusts_a_full_chain()
    {
        await StartWithPemAsync();

        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject);
        await Should.ThrowAsync<AuthenticationException>(() => _host.ShakeHandsAsync(_second));
    }

    [Fact]
    public async Task Certificate_and_key_may_stand_in_one_file()
    {
        await _host.StartAsync(("CertificatePath", _host.Write("all.pem", _first.FullChainPem + _first.KeyPem)));

        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject);
    }

    [Fact]
    public async Task A_key_may_be_encrypted()
    {
        await _host.StartAsync(
            ("CertificatePath", _host.Write("c.pem", _first.FullChainPem)), ("KeyPath", _host.Write("k.pem", _first.EncryptedKeyPem("geheim"))), ("Password", "geheim"));

        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject);
    }

    [Fact]
    public async Task A_new_PEM_is_used_without_a_restart()
    {
        await StartWithPemAsync();
        _host.Write("c.pem", _second.FullChainPem);
        _host.Write("k.pem", _second.KeyPem);

        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject, "it has not looked yet");
        _host.Look();

        (await _host.ShakeHandsAsync(_second)).Subject.ShouldBe(_second.Subject);
        _host.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_PFX_is_used_without_a_restart_with_a_new_password_too()
    {
        File.WriteAllBytes(_host.PathOf("c.pfx"), _first.Pfx("one"));
        await _host.StartAsync(("PfxPath", _host.PathOf("c.pfx")), ("PasswordFile", _host.Write("password", "one\n")));
        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject);

        File.WriteAllBytes(_host.PathOf("c.pfx"), _second.Pfx("two"));
        _host.Write("password", "two\n");
        _host.Look();

        (await _host.ShakeHandsAsync(_second)).Subject.ShouldBe(_second.Subject);
    }

    [Fact]
    public async Task A_link_that_is_turned_is_a_new_certificate()
    {
        _host.Write("1.pem", _first.FullChainPem + _first.KeyPem);
        _host.Write("2.pem", _second.FullChainPem + _second.KeyPem);
        File.CreateSymbolicLink(_host.PathOf("live.pem"), _host.PathOf("1.pem"));
        await _host.StartAsync(("CertificatePath", _host.PathOf("live.pem")));

        File.Delete(_host.PathOf("live.pem"));
        File.CreateSymbolicLink(_host.PathOf("live.pem"), _host.PathOf("2.pem"));
        _host.Look();

        (await _host.ShakeHandsAsync(_second)).Subject.ShouldBe(_second.Subject);
    }

    [Theory]
    [InlineData("c.pem", "-----BEGIN CERTIFICATE-----\nbroken")]
    [InlineData("k.pem", "")]
    [InlineData("c.pem", null)]
    public async Task A_broken_file_leaves_the_old_certificate_and_is_reported_once_by_name(string file, string? text)
    {
        await StartWithPemAsync();
        if (text is null)
        {
            File.Delete(_host.PathOf(file));
        }
        else
        {
            _host.Write(file, text);
        }

        _host.Look();
        _host.Look();

        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject);
        _host.Log.Errors.ShouldHaveSingleItem().ShouldContain(_host.PathOf(file));
    }

    [Fact]
    public async Task A_certificate_without_its_key_yet_is_taken_when_the_key_follows()
    {
        await StartWithPemAsync();
        _host.Write("c.pem", _second.FullChainPem);
        _host.Look();
        (await _host.ShakeHandsAsync(_first)).Subject.ShouldBe(_first.Subject);

        _host.Write("k.pem", _second.KeyPem);
        _host.Look();

        (await _host.ShakeHandsAsync(_second)).Subject.ShouldBe(_second.Subject);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task TLS_1_2_and_1_3_are_spoken(SslProtocols protocol)
    {
        await StartWithPemAsync();

        (await _host.ShakeHandsAsync(_first, protocol)).Protocol.ShouldBe(protocol);
    }

    [Theory]
    [InlineData(0x02, 0x15)] // TLS 1.1: an alert
    [InlineData(0x03, 0x16)] // TLS 1.2: a handshake record, so that the greeting itself is known to be well formed
    public async Task A_client_that_speaks_only_TLS_1_1_is_refused(byte minorVersion, byte recordType)
    {
        await StartWithPemAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", _host.Https.Port);
        await socket.GetStream().WriteAsync(ClientHello(minorVersion));

        var answer = new byte[7];
        await socket.GetStream().ReadExactlyAsync(answer);

        answer[0].ShouldBe(recordType);
        if (recordType == 0x15)
        {
            answer[6].ShouldBe((byte)70, "protocol_version");
        }
    }

    [Fact]
    public async Task Without_a_certificate_that_works_it_does_not_start_and_says_why()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => _host.StartAsync(("CertificatePath", _host.Write("c.pem", "nothing"))));

        failure.Message.ShouldContain("Naru:Tls");
        failure.Message.ShouldContain(_host.PathOf("c.pem"));
    }

    [Theory]
    [InlineData("There is no certificate", "Port", "0")]
    [InlineData("not both", "Port", "0", "Url", "https://127.0.0.1:0", "PfxPath", "x")]
    [InlineData("not both", "PfxPath", "x", "CertificatePath", "y")]
    [InlineData("not both", "PfxPath", "x", "Password", "y", "PasswordFile", "z")]
    [InlineData("KeyPath goes with CertificatePath", "PfxPath", "x", "KeyPath", "y")]
    [InlineData("Port is 'http'", "PfxPath", "x", "Port", "http")]
    [InlineData("Url is 'http://x'", "PfxPath", "x", "Url", "http://x")]
    public async Task Settings_that_contradict_each_other_are_refused_by_name(string said, params string[] settings)
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => _host.StartAsync([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]));

        failure.Message.ShouldStartWith("Naru:Tls: ");
        failure.Message.ShouldContain(said);
    }

    private Task StartWithPemAsync() =>
        _host.StartAsync(("CertificatePath", _host.Write("c.pem", _first.FullChainPem)), ("KeyPath", _host.Write("k.pem", _first.KeyPem)));

    /// <summary>A greeting with suites of both versions for a P-256 key, and without <c>supported_versions</c>, as old clients send it.</summary>
    private static byte[] ClientHello(byte minorVersion)
    {
        byte[] suites = [0xC0, 0x2B, 0xC0, 0x2C, 0xC0, 0x09, 0xC0, 0x0A];
        byte[] extensions =
        [
            0x00, 0x0A, 0x00, 0x04, 0x00, 0x02, 0x00, 0x17, // supported_groups: secp256r1
            0x00, 0x0B, 0x00, 0x02, 0x01, 0x00, // ec_point_formats: uncompressed
            0x00, 0x0D, 0x00, 0x04, 0x00, 0x02, 0x04, 0x03, // signature_algorithms: ecdsa_secp256r1_sha256
        ];
        byte[] body =
        [
            0x03, minorVersion, .. Enumerable.Repeat((byte)7, 32), 0x00, 0x00, (byte)suites.Length, .. suites, 0x01, 0x00, 0x00, (byte)extensions.Length, .. extensions,
        ];
        byte[] handshake = [0x01, 0x00, 0x00, (byte)body.Length, .. body];
        return [0x16, 0x03, 0x01, 0x00, (byte)handshake.Length, .. handshake];
    }
}
