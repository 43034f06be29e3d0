using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Naru.Server.Logging;

/// <summary>
/// For a person at a terminal: <c>09:00:00.123Z warn Gateway[1008] message</c>. Coloured where standard output is a terminal and <c>NO_COLOR</c>
/// (no-color.org) is not set.
/// </summary>
internal sealed class TextLineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "naru-text";

    private readonly bool _coloured = !System.Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(time.GetUtcNow().UtcDateTime.ToString("HH:mm:ss.fff'Z' ", CultureInfo.InvariantCulture));
        var (on, off) = _coloured ? (LevelWords.Colour(logEntry.LogLevel), "\e[0m") : ("", "");
        textWriter.Write(on);
        textWriter.Write(LevelWords.Short(logEntry.LogLevel));
        textWriter.Write(off);
        textWriter.Write(' ');
        textWriter.Write(logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..]);
        textWriter.Write('[');
        textWriter.Write(logEntry.EventId.Id.ToString(CultureInfo.InvariantCulture));
        textWriter.Write("] ");
        textWriter.WriteLine(Indent(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        if (logEntry.Exception is { } exception)
        {
            textWriter.Write("    ");
            textWriter.WriteLine(Indent(exception.ToString()));
        }
    }

    /// <summary>A line break inside a message must not look like a new entry.</summary>
    private static string Indent(string text) => text.ReplaceLineEndings("\n    ");
}
