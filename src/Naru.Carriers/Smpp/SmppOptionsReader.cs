using Microsoft.Extensions.Configuration;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Receipts;
using Naru.Carriers.Smpp.Texts;

namespace Naru.Carriers.Smpp;

/// <summary>Reads an account's settings. What cannot be meant is refused with the path of the setting; the password is never said.</summary>
internal sealed class SmppOptionsReader(IConfigurationSection section)
{
    public static SmppOptions Read(string name, IConfigurationSection section, string dataFolder) => new SmppOptionsReader(section).Read(name, dataFolder);

    private SmppOptions Read(string name, string dataFolder)
    {
        var defaults = new SmppOptions { Name = name, DataFolder = dataFolder, Host = "", SystemId = "" };
        return new SmppOptions
        {
            Name = name,
            DataFolder = dataFolder,
            Host = Required("Host"),
            Port = Number("Port", defaults.Port, 1, 65_535),
            SystemId = Text("SystemId", Required("SystemId"), BindRequest.MaxSystemId),
            Password = Text("Password", section["Password"] ?? "", BindRequest.MaxPassword),
            SystemType = Text("SystemType", section["SystemType"] ?? "", BindRequest.MaxSystemType),
            Bind = Choice("Bind", defaults.Bind),
            Binds = Number("Binds", defaults.Binds, 1, 32),
            Window = Number("Window", defaults.Window, 1, 1_000),
            Tls = Flag("Tls", defaults.Tls),
            TlsName = section["TlsName"],
            TlsAuthorities = File("TlsAuthorities"),
            ServiceType = Text("ServiceType", section["ServiceType"] ?? "", 5),
            SourceTon = (byte)Number("SourceTon", defaults.SourceTon, 0, 6),
            SourceNpi = (byte)Number("SourceNpi", defaults.SourceNpi, 0, 18),
            DestinationTon = (byte)Number("DestinationTon", defaults.DestinationTon, 0, 6),
            DestinationNpi = (byte)Number("DestinationNpi", defaults.DestinationNpi, 0, 18),
            NationalCountry = section["NationalCountry"],
            Validity = Choice("Validity", defaults.Validity),
            WantsReceipts = Flag("Receipts", defaults.WantsReceipts),
            SubmitIds = Choice("SubmitIds", defaults.SubmitIds),
            ReceiptIds = Choice("ReceiptIds", defaults.ReceiptIds),
            ReceiptZone = Zone("ReceiptZone"),
            ReceiptErrors = section.GetSection("ReceiptErrors").GetChildren().ToDictionary(static error => error.Key, ResultOf, StringComparer.Ordinal),
            ConnectTimeout = Time("ConnectTimeout", defaults.ConnectTimeout),
            ResponseTimeout = Time("ResponseTimeout", defaults.ResponseTimeout),
            EnquireLink = Time("EnquireLink", defaults.EnquireLink),
            Texts = ReadTexts(defaults.Texts),
        };
    }

    private TextSettings ReadTexts(TextSettings defaults)
    {
        var names = (section["Alphabets"] ?? string.Join(',', defaults.Alphabets.Select(static a => a.Alphabet.Name)))
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0
            ? throw Fault("Alphabets", $"names no alphabet. There are: {Known()}.")
            : new TextSettings
            {
                Alphabets = [.. names.Select(ReadAlphabet)],
                LongMessages = Choice("LongMessages", defaults.LongMessages),
                MaxParts = Number("MaxParts", defaults.MaxParts, 1, 255),
                PackGsm7 = Flag("PackGsm7", defaults.PackGsm7),
            };
    }

    private AccountAlphabet ReadAlphabet(string name)
    {
        var alphabet = TextSettings.Known.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw Fault("Alphabets", $"has '{name}'. There are: {Known()}.");
        return new AccountAlphabet(
            alphabet, (byte)Number($"DataCoding:{alphabet.Name}", alphabet.StandardCoding, 0, 255), Number($"SingleUnits:{alphabet.Name}", alphabet.SingleUnits, 20, 2_000));
    }

    private static string Known() => string.Join(", ", TextSettings.Known.Select(static known => known.Name));

    private static string ResultOf(IConfigurationSection error) =>
        Core.Results.ResultCodes.Find(error.Value ?? "") is { } code
            ? code.Code
            : throw new InvalidOperationException($"{error.Path}: there is no result code '{error.Value}'.");

    private string Required(string key) => section[key] is { Length: > 0 } value ? value : throw Fault(key, "is missing.");

    private string Text(string key, string value, int most) =>
        value.Length <= most && !value.AsSpan().Contains('\0') ? value : throw Fault(key, $"may have at most {most} characters.");

    private int Number(string key, int otherwise, int least, int most) =>
        section[key] is null ? otherwise
        : int.TryParse(section[key], System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw Fault(key, $"must be {least} to {most}.");

    private bool Flag(string key, bool otherwise) =>
        section[key] is null ? otherwise : bool.TryParse(section[key], out var value) ? value : throw Fault(key, "must be true or false.");

    private T Choice<T>(string key, T otherwise)
        where T : struct, Enum =>
        section[key] is not { } text ? otherwise
        : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value
        : throw Fault(key, $"must be one of: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");

    private TimeSpan Time(string key, TimeSpan otherwise) =>
        section[key] is null ? otherwise
        : TimeSpan.TryParse(section[key], System.Globalization.CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(10) ? value
        : throw Fault(key, "must be a length of time of at most ten minutes, such as 00:00:10.");

    private TimeZoneInfo? Zone(string key) =>
        section[key] is not { } name ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw Fault(key, $"names no zone that is known: '{name}'. IANA names are meant, such as Asia/Seoul.");

    private string? File(string key) =>
        section[key] is not { } path ? null : System.IO.File.Exists(path) ? path : throw Fault(key, $"names a file that is not there: '{path}'.");

    private InvalidOperationException Fault(string key, string what) => new($"{section.Path}:{key} {what}");
}
