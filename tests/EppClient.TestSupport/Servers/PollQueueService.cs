using System.Globalization;
using System.Text;
using System.Xml.Linq;
using EppClient.Testing.Server;

namespace EppClient.TestSupport.Servers;

/// <summary>
/// A registry with only a message queue that records the requests. It reads and writes the XML itself, so that
/// the client and the server share no code.
/// </summary>
public sealed class PollQueueService : IEppService
{
    private static readonly XNamespace Epp = "urn:ietf:params:xml:ns:epp-1.0";

    private readonly Lock _lock = new();
    private readonly Queue<string> _queue = [];
    private readonly List<string> _acknowledged = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Reached)> _waiting = [];
    private readonly HashSet<long> _sessions = [];
    private int _requests;
    private int _logins;

    /// <summary>The time at which the messages were queued.</summary>
    public DateTimeOffset QueuedAt { get; init; } = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The text of each message.</summary>
    public Func<string, string> TextOf { get; init; } = id => $"Message {id}";

    /// <summary>Replaces a response that contains a message; the arguments are the id of the message and the response.</summary>
    public Func<string, string, byte[]>? Damage { get; set; }

    /// <summary>The number of accepted logins.</summary>
    public int Logins => Volatile.Read(ref _logins);

    /// <summary>Whether logins are accepted.</summary>
    public bool TakesLogins { get; set; } = true;

    /// <summary>The acknowledged ids, in order.</summary>
    public IReadOnlyList<string> Acknowledged
    {
        get
        {
            lock (_lock)
            {
                return [.. _acknowledged];
            }
        }
    }

    /// <summary>The number of requests for the first message of the queue.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The number of logged-in sessions.</summary>
    public int LoggedIn
    {
        get
        {
            lock (_lock)
            {
                return _sessions.Count;
            }
        }
    }

    public void Enqueue(params IEnumerable<string> ids)
    {
        lock (_lock)
        {
            foreach (var id in ids)
            {
                _queue.Enqueue(id);
            }
        }
    }

    /// <summary>Completes when this number of messages is acknowledged.</summary>
    public Task WhenAcknowledgedAsync(int count) => WhenAsync(() => _acknowledged.Count >= count);

    /// <summary>Completes when the first message was requested this number of times.</summary>
    public Task WhenRequestedAsync(int count) => WhenAsync(() => _requests >= count);

    public ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken) => new(Document(new XElement(Epp + "greeting",
        new XElement(Epp + "svID", "Queue"),
        new XElement(Epp + "svDate", TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
        new XElement(Epp + "svcMenu",
            new XElement(Epp + "version", "1.0"),
            new XElement(Epp + "lang", "en"),
            new XElement(Epp + "objURI", "urn:ietf:params:xml:ns:domain-1.0")),
        new XElement(Epp + "dcp",
            new XElement(Epp + "access", new XElement(Epp + "all")),
            new XElement(Epp + "statement",
                new XElement(Epp + "purpose", new XElement(Epp + "prov")),
                new XElement(Epp + "recipient", new XElement(Epp + "ours")),
                new XElement(Epp + "retention", new XElement(Epp + "stated")))))));

    public async ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var root = XDocument.Parse(Encoding.UTF8.GetString(request.Span)).Root!;
        if (root.Element(Epp + "command") is not { } command)
        {
            return await GetGreetingAsync(session, cancellationToken);
        }

        var verb = command.Elements().First();
        var transaction = command.Element(Epp + "clTRID")?.Value;
        lock (_lock)
        {
            var reply = verb.Name.LocalName switch
            {
                "login" => Login(session, transaction),
                "logout" => Logout(session, transaction),
                "poll" => verb.Attribute("op")!.Value == "req" ? Head(transaction) : Acknowledge(verb.Attribute("msgID")!.Value, transaction),
                _ => Respond(transaction, 2101, "Unimplemented command"),
            };
            Tell();
            return reply;
        }
    }

    private ServerReply Login(ServerSession session, string? transaction)
    {
        if (!TakesLogins)
        {
            return Respond(transaction, 2200, "Authentication error");
        }

        _logins++;
        _sessions.Add(session.Id);
        return Respond(transaction, 1000, "Welcome");
    }

    private ServerReply Logout(ServerSession session, string? transaction)
    {
        _sessions.Remove(session.Id);
        return Respond(transaction, 1500, "Good bye") with { CloseAfter = true };
    }

    private ServerReply Head(string? transaction)
    {
        _requests++;
        return _queue.TryPeek(out var id)
            ? Damaged(id, Respond(transaction, 1301, "Ack to dequeue", Queue(id, new XElement(Epp + "qDate", QueuedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), new XElement(Epp + "msg", TextOf(id)))))
            : Respond(transaction, 1300, "No messages");
    }

    private ServerReply Damaged(string id, ServerReply reply) => Damage is { } damage ? new ServerReply(damage(id, Encoding.UTF8.GetString(reply.Message.Span))) : reply;

    private ServerReply Acknowledge(string id, string? transaction)
    {
        if (!_queue.TryPeek(out var head) || head != id)
        {
            return Respond(transaction, 2303, "No such message");
        }

        _queue.Dequeue();
        _acknowledged.Add(id);
        return Respond(transaction, 1000, "Taken from the queue", _queue.TryPeek(out var next) ? Queue(next) : null);
    }

    private XElement Queue(string id, params object[] content) =>
        new(Epp + "msgQ", new XAttribute("count", _queue.Count), new XAttribute("id", id), content);

    private static ServerReply Respond(string? transaction, int code, string message, XElement? queue = null) => Document(new XElement(Epp + "response",
        new XElement(Epp + "result", new XAttribute("code", code), new XElement(Epp + "msg", message)),
        queue,
        new XElement(Epp + "trID", transaction is null ? null : new XElement(Epp + "clTRID", transaction), new XElement(Epp + "svTRID", "SV-1"))));

    private static ServerReply Document(XElement body) => new(Encoding.UTF8.GetBytes(new XElement(Epp + "epp", body).ToString(SaveOptions.DisableFormatting)));

    private Task WhenAsync(Func<bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((condition, reached));
            Tell();
        }

        return reached.Task;
    }

    private void Tell()
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Condition()).ToList())
        {
            _waiting.Remove(waiting);
            waiting.Reached.TrySetResult();
        }
    }
}
