using Microsoft.Extensions.Configuration;

namespace Naru.Dialects.Infobip;

/// <summary>Settings under <c>Naru:Infobip</c>.</summary>
public sealed record InfobipOptions
{
    public const string Section = "Naru:Infobip";

    /// <summary><c>TextLimit</c>: whose limit holds for the text of an AlimTalk. Default <c>Kakao</c>.</summary>
    public InfobipTextLimit TextLimit { get; init; } = InfobipTextLimit.Kakao;

    /// <summary><c>RateLimits</c>: the vendor's limits on logs and sign-ins. Default on.</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary><c>PlatformRateLimit</c>: the vendor's one request a second on applications and entities. Default off: a set-up script makes many of them.</summary>
    public bool PlatformRateLimit { get; init; }

    /// <summary><c>Carrier</c>: the name of the way out for AlimTalk. Default <c>simulator</c>.</summary>
    public string DefaultCarrier { get; init; } = "simulator";

    /// <summary><c>SmsCarrier</c>: the name of the way out for texts. Default: that of AlimTalk.</summary>
    public string SmsCarrier { get => field ?? DefaultCarrier; init; }

    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static InfobipOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new InfobipOptions
        {
            TextLimit = ReadTextLimit(section["TextLimit"]),
            RateLimits = ReadSwitch(section, nameof(RateLimits), otherwise: true),
            PlatformRateLimit = ReadSwitch(section, nameof(PlatformRateLimit), otherwise: false),
            DefaultCarrier = section["Carrier"] is { Length: > 0 } carrier ? carrier : "simulator",
            SmsCarrier = section["SmsCarrier"] is { Length: > 0 } texts ? texts : null!,
        };
    }

    private static InfobipTextLimit ReadTextLimit(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "KAKAO" => InfobipTextLimit.Kakao,
        "INFOBIP" => InfobipTextLimit.Infobip,
        _ => throw new InvalidOperationException($"{Section}:TextLimit is '{text}'; it can be Kakao or Infobip."),
    };

    private static bool ReadSwitch(IConfigurationSection section, string name, bool otherwise) => section[name] switch
    {
        null or "" => otherwise,
        var text when bool.TryParse(text, out var on) => on,
        var text => throw new InvalidOperationException($"{Section}:{name} is '{text}'; it can be true or false."),
    };
}

/// <summary>The most characters of an AlimTalk text, in UTF-16 units.</summary>
public enum InfobipTextLimit
{
    /// <summary>Kakao's present limit (contracts/bizmessage-rules.md).</summary>
    Kakao = 1300,

    /// <summary>The limit of Infobip's OpenAPI file, which Kakao has raised since.</summary>
    Infobip = 1000,
}
