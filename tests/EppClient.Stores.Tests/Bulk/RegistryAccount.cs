using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>The registry's own record: the number of executed updates of each domain, and the number of responses. Reads the messages as text.</summary>
internal sealed partial class RegistryAccount
{
    private readonly ConcurrentDictionary<long, string> _updating = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource? _reached;
    private long _threshold;
    private long _responses;

    /// <summary>The number of updates of each domain.</summary>
    public ConcurrentDictionary<string, int> Updates { get; } = new(StringComparer.Ordinal);

    public long Responses => Interlocked.Read(ref _responses);

    public void Observe(ServerFrame frame)
    {
        var text = Encoding.UTF8.GetString(frame.Message.Span);
        if (frame.IsFromClient)
        {
            if (text.Contains("<update", StringComparison.Ordinal))
            {
                _updating[frame.Session.Id] = DomainName().Match(text).Groups[1].Value;
            }

            return;
        }

        if (_updating.TryRemove(frame.Session.Id, out var name) && text.Contains("code=\"1000\"", StringComparison.Ordinal))
        {
            Updates.AddOrUpdate(name, 1, (_, count) => count + 1);
        }

        Count();
    }

    /// <summary>Completes when the registry has sent this number of responses, including greetings.</summary>
    public Task WhenRespondedAsync(long count)
    {
        lock (_lock)
        {
            _threshold = count;
            _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Check();
            return _reached?.Task ?? Task.CompletedTask;
        }
    }

    private void Count()
    {
        Interlocked.Increment(ref _responses);
        lock (_lock)
        {
            Check();
        }
    }

    private void Check()
    {
        if (_reached is not null && _responses >= _threshold)
        {
            _reached.SetResult();
            _reached = null;
        }
    }

    [GeneratedRegex("<(?:[a-z]+:)?name>([^<]+)<")]
    private static partial Regex DomainName();
}
