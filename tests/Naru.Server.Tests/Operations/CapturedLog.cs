using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Naru.Server.Logging;

namespace Naru.Server.Tests.Operations;

/// <summary>The logging of the server with its console replaced by a list of the lines that it would have printed.</summary>
internal sealed class CapturedLog : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Sink _sink;

    public CapturedLog(string formatter = JsonLineFormatter.FormatterName)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualTime());
        services.AddLogging(logging =>
        {
            logging.AddNaru(new ConfigurationBuilder().Build());
            // The same formatters, without the console's thread and without this process's standard output.
            logging.ClearProviders();
            logging.Services.AddSingleton<ILoggerProvider>(provider =>
                new Sink(provider.GetServices<ConsoleFormatter>().Single(f => f.Name == formatter)));
        });
        _services = services.BuildServiceProvider();
        Logger = _services.GetRequiredService<ILoggerFactory>().CreateLogger("Naru.Tests.Sample");
        _sink = (Sink)_services.GetRequiredService<ILoggerProvider>();
    }

    public ILogger Logger { get; }

    public ILogger For(string category) => _services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    public IReadOnlyList<string> Lines => _sink.Lines;

    public string All => string.Concat(_sink.Lines);

    public JsonElement Last => JsonElement.Parse(_sink.Lines[^1]);

    public void Dispose() => _services.Dispose();

    private sealed class Sink(ConsoleFormatter formatter) : ILoggerProvider, ISupportExternalScope
    {
        private readonly ConsoleFormatter _formatter = formatter;
        private IExternalScopeProvider? _scopes;

        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Writer(Sink sink, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => sink._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> write)
            {
                using var text = new StringWriter();
                sink._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, write), sink._scopes, text);
                sink.Lines.Add(text.ToString());
            }
        }
    }
}
