using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace Naru.Load.Commands;

/// <summary>Options that read and check themselves.</summary>
internal static class Inputs
{
    /// <summary>The gateway. Only loopback: a load tool aimed at somebody else's machine is a weapon.</summary>
    public static Option<IPEndPoint> Url(string name = "--url", int port = 8080) => new(name)
    {
        Description = "The gateway, on loopback only.",
        HelpName = "http://127.0.0.1:8080",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, port),
        CustomParser = ReadUrl,
    };

    public static Option<int> Number(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} ({least}–{most})", DefaultValueFactory = _ => standard };
        Limit(option, least, most);
        return option;
    }

    public static Option<int?> NumberOrNone(string name, string description, int least, int most)
    {
        var option = new Option<int?>(name) { Description = $"{description} ({least}–{most})" };
        Limit(option, least, most);
        return option;
    }

    /// <summary>A duration such as <c>4ms</c>, <c>250us</c> or <c>1s</c>.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "4ms",
        CustomParser = result => ReadDuration(result),
    };

    private static void Limit<T>(Option<T> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token]
            && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && (value < least || value > most))
            result.AddError($"{option.Name} must be from {least} to {most}.");
    });

    private static IPEndPoint? ReadUrl(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/")
        {
            if (url.Host == "localhost")
                return new IPEndPoint(IPAddress.Loopback, url.Port);
            if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
                return new IPEndPoint(address, url.Port);
        }

        result.AddError($"{text} is refused: only http:// and a loopback address (127.0.0.1, [::1], localhost), without a path.");
        return null;
    }

    private static TimeSpan? ReadDuration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        (string Unit, double Micros)[] units = [("ms", 1_000), ("us", 1), ("s", 1_000_000)];
        foreach (var (unit, micros) in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value * micros <= 1_000_000)
                return TimeSpan.FromMicroseconds(value * micros);
        }

        result.AddError($"{text} is no duration of at most a second, such as 4ms, 250us or 1s.");
        return null;
    }
}
