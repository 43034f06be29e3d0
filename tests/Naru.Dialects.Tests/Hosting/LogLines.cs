using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>Everything that was logged.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<(EventId Id, LogLevel Level, string Text, Exception? Exception)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        // Nothing is held open.
    }

    private sealed class Logger(LogLines owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Lines.Enqueue((eventId, logLevel, formatter(state, exception), exception));
    }
}
