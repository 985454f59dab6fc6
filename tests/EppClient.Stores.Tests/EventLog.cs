using Microsoft.Extensions.Logging;

namespace EppClient.Stores.Tests;

/// <summary>Records the logged events.</summary>
internal sealed class EventLog : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<int> _events = [];
    private readonly List<string> _categories = [];

    public IReadOnlyList<string> Categories => _categories;

    public int Count(int id)
    {
        lock (_lock)
        {
            return _events.Count(other => other == id);
        }
    }

    public ILogger CreateLogger(string categoryName)
    {
        _categories.Add(categoryName);
        return this;
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
        {
            _events.Add(eventId.Id);
        }
    }

    public void Dispose()
    {
        // There is nothing to dispose.
    }
}
