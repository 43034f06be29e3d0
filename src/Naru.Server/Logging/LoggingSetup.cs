using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Naru.Server.Logging;

/// <summary>Logs as Naru writes them: to standard output, in UTC, without personal data.</summary>
public static class LoggingSetup
{
    public const string FormatSetting = "Naru:Logging:Format";

    /// <summary>What says too much at Information for a gateway that takes thousands of requests a second. <c>Logging:LogLevel</c> overrides it.</summary>
    private static readonly (string Category, LogLevel Level)[] s_levels =
    [
        ("Microsoft", LogLevel.Warning),
        ("Microsoft.Hosting.Lifetime", LogLevel.Information),
        // Its warning at each first start is that the keys of the sign-in lie unencrypted: in the data folder, beside everything they protect.
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        // A start that failed is told once, by whoever started it, in words; what ends a running host is critical and stays.
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical),
        ("System", LogLevel.Warning),
    ];

    /// <exception cref="InvalidOperationException"><c>Naru:Logging:Format</c> is none of the formats.</exception>
    public static ILoggingBuilder AddNaru(this ILoggingBuilder logging, IConfiguration configuration, LogFormat format = LogFormat.Json)
    {
        logging.ClearProviders();
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<TextLineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(options => options.FormatterName = FormatterOf(ReadFormat(configuration[FormatSetting]) ?? format));
        // Before the rules of the configuration, so that among rules for the same category those win.
        logging.Services.Configure<LoggerFilterOptions>(static filters =>
        {
            foreach (var (category, level) in s_levels)
            {
                filters.Rules.Insert(0, new LoggerFilterRule(null, category, level, null));
            }
        });
        logging.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(static services => new RedactingLoggerFactory(new LoggerFactory(
            services.GetServices<ILoggerProvider>(),
            services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
            services.GetRequiredService<IOptions<LoggerFactoryOptions>>(),
            services.GetService<IExternalScopeProvider>()))));
        return logging;
    }

    private static string FormatterOf(LogFormat format) => format switch
    {
        LogFormat.Text => TextLineFormatter.FormatterName,
        LogFormat.Auto when !System.Console.IsOutputRedirected => TextLineFormatter.FormatterName,
        _ => JsonLineFormatter.FormatterName,
    };

    private static LogFormat? ReadFormat(string? text) => text switch
    {
        null or "" => null,
        _ when Enum.TryParse<LogFormat>(text, ignoreCase: true, out var format) && Enum.IsDefined(format) => format,
        _ => throw new InvalidOperationException($"{FormatSetting} is '{text}'; it can be Json, Text or Auto."),
    };
}
