namespace Naru.Server.Tls;

/// <summary>Settings under <c>Naru:Tls</c>: the address of the HTTPS port, and where its certificate lies.</summary>
/// <param name="Url">Such as <c>https://0.0.0.0:8443</c>. The setting <c>Port</c> alone means all addresses.</param>
public sealed record TlsOptions(string Url, CertificateFiles Files)
{
    public const string Section = "Naru:Tls";

    /// <summary>Null when HTTPS is not asked for.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict each other or are incomplete; the text names them.</exception>
    public static TlsOptions? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var (url, port) = (Read(section, "Url"), Read(section, "Port"));
        var (certificate, key, pfx) = (Read(section, "CertificatePath"), Read(section, "KeyPath"), Read(section, "PfxPath"));
        if ((url ?? port ?? certificate ?? key ?? pfx) is null)
        {
            return null;
        }

        return new TlsOptions(ReadUrl(url, port), new CertificateFiles(
            ReadPath(certificate, key, pfx), key is null ? null : Path.GetFullPath(key), pfx is not null, Read(section, "Password"), ReadPasswordFile(section)));
    }

    private static string ReadUrl(string? url, string? port)
    {
        if (url is null == port is null)
        {
            throw Wrong(url is null ? "A certificate is named, but no port: set Port (all addresses) or Url." : "Set Url or Port, not both.");
        }

        if (port is not null)
        {
            return int.TryParse(port, out var number) && number is >= 0 and <= 65535
                ? $"https://[::]:{number}"
                : throw Wrong($"Port is '{port}'; it can be a number from 0 to 65535.");
        }

        return Uri.TryCreate(url!.Replace("://*", "://[::]", StringComparison.Ordinal).Replace("://+", "://[::]", StringComparison.Ordinal), UriKind.Absolute, out var parsed)
            && parsed.Scheme == Uri.UriSchemeHttps
            ? url
            : throw Wrong($"Url is '{url}'; it can be an address such as https://0.0.0.0:8443.");
    }

    private static string ReadPath(string? certificate, string? key, string? pfx) => (certificate, pfx) switch
    {
        (null, null) => throw Wrong("There is no certificate: set CertificatePath (and KeyPath) for PEM, or PfxPath."),
        (not null, not null) => throw Wrong("Set CertificatePath or PfxPath, not both."),
        (null, not null) when key is not null => throw Wrong("KeyPath goes with CertificatePath; a PFX holds its own key."),
        _ => Path.GetFullPath(certificate ?? pfx!),
    };

    private static string? ReadPasswordFile(IConfigurationSection section) => (Read(section, "Password"), Read(section, "PasswordFile")) switch
    {
        (not null, not null) => throw Wrong("Set Password or PasswordFile, not both."),
        (_, { } file) => Path.GetFullPath(file),
        _ => null,
    };

    private static string? Read(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static InvalidOperationException Wrong(string text) => new($"{Section}: {text}");
}
