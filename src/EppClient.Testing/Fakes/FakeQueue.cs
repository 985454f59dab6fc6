using EppClient.Xml;

namespace EppClient.Testing.Fakes;

/// <summary>A message in the queue of a fake registry.</summary>
internal sealed record FakeMessage(string Id, DateTimeOffset QueuedDate, string Text, IReadOnlyList<IEppElement> Data);

/// <summary>The message queue of a fake registry (RFC 5730, section 2.9.2.3).</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class FakeQueue
{
    private readonly Lock _lock = new();
    private readonly Queue<FakeMessage> _messages = new();
    private int _lastId;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _messages.Count;
            }
        }
    }

    public string Enqueue(DateTimeOffset queuedDate, string text, IReadOnlyList<IEppElement> data)
    {
        lock (_lock)
        {
            var id = (++_lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _messages.Enqueue(new FakeMessage(id, queuedDate, text, data));
            return id;
        }
    }

    /// <summary>Gets the message at the head of the queue, which stays there, and the number of messages; null if the queue is empty.</summary>
    public (FakeMessage Head, int Count)? Peek()
    {
        lock (_lock)
        {
            return _messages.TryPeek(out var head) ? (head, _messages.Count) : null;
        }
    }

    /// <summary>Removes the message at the head of the queue.</summary>
    /// <returns>Whether the head has this id.</returns>
    public bool TryAcknowledge(string id)
    {
        lock (_lock)
        {
            return _messages.TryPeek(out var head) && head.Id == id && _messages.TryDequeue(out _);
        }
    }
}
