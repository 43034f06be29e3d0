using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Naru.Dialects.Sinch;

/// <summary>Settings under <c>Naru:Sinch</c>.</summary>
public sealed record SinchOptions
{
    public const string Section = "Naru:Sinch";

    /// <summary><c>RequestsPerSecond</c>: of each project. Null = unlimited; Sinch's own limit is 800.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary><c>TokenLifetime</c>: how long an access token is good. Sinch's: 3,599 seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(3599);

    /// <summary><c>Carrier</c>: the name of the way out for AlimTalk. Default <c>simulator</c>.</summary>
    public string DefaultCarrier { get; init; } = "simulator";

    /// <summary><c>SmsCarrier</c>: the name of the way out for texts. Default: that of AlimTalk.</summary>
    public string SmsCarrier { get => field ?? DefaultCarrier; init; }

    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static SinchOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new SinchOptions
        {
            RequestsPerSecond = ReadRate(section["RequestsPerSecond"]),
            TokenLifetime = ReadLifetime(section["TokenLifetime"]),
            DefaultCarrier = section["Carrier"] is { Length: > 0 } carrier ? carrier : "simulator",
            SmsCarrier = section["SmsCarrier"] is { Length: > 0 } texts ? texts : null!,
        };
    }

    private static int? ReadRate(string? text) => text switch
    {
        null or "" or "0" => null,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) => rate,
        _ => throw new InvalidOperationException($"{Section}:RequestsPerSecond is '{text}'; it can be a whole number, 0 for unlimited."),
    };

    private static TimeSpan ReadLifetime(string? text) => text switch
    {
        null or "" => TimeSpan.FromSeconds(3599),
        _ when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length) && length >= TimeSpan.FromSeconds(1) && length <= TimeSpan.FromDays(1) => length,
        _ => throw new InvalidOperationException($"{Section}:TokenLifetime is '{text}'; it can be a span of 00:00:01 to 1.00:00:00."),
    };
}
