using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.Callers;

/// <summary>Records the log entries of a client at every level.</summary>
internal sealed class ClientLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(EventId Id, string Text)> _entries = new();

    public IEnumerable<string> Texts => _entries.Select(e => e.Text);

    public IEnumerable<string> Of(string eventName) => _entries.Where(e => e.Id.Name == eventName).Select(e => e.Text);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((eventId, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
        // There is nothing to release.
    }
}
