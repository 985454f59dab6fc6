using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EppClient;
using EppClient.Dk;
using EppClient.Testing.Server;

namespace DkSandbox.Admin;

/// <summary>
/// Sends the exchanges, redacted, to every open page: a command at once, and again with its response. A new page first receives the most recent ones.
/// </summary>
internal sealed class ExchangeFeed(TimeProvider clock)
{
    private const int Kept = 100;

    private readonly EppRedactor _redactor = new(DkProfile.Current);
    private readonly ConcurrentDictionary<Channel<ExchangeView>, bool> _listeners = new();
    private readonly List<ExchangeView> _last = [];
    private readonly Dictionary<long, Queue<OpenCommand>> _open = [];
    private readonly Lock _order = new();
    private long _number;

    /// <summary>Gets the login of a session, if there is one.</summary>
    public Func<long, string?> UserOf { get; set; } = _ => null;

    public void Publish(ServerFrame frame)
    {
        var xml = _redactor.Redact(frame.Message);
        var view = new FrameView(FrameTitle.Of(xml), xml);
        lock (_order)
        {
            Publish(frame.IsFromClient ? Begin(frame.Session.Id, view) : End(frame.Session.Id, view));
        }
    }

    /// <summary>Reads the most recent exchanges, then new ones.</summary>
    public async IAsyncEnumerable<ExchangeView> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page that has stopped reading loses the oldest exchanges, and does not delay the registry.
        var channel = Channel.CreateBounded<ExchangeView>(new BoundedChannelOptions(4 * Kept) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_order)
        {
            foreach (var view in _last)
            {
                channel.Writer.TryWrite(view);
            }

            _listeners[channel] = true;
        }

        try
        {
            await foreach (var view in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return view;
            }
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    private ExchangeView Begin(long session, FrameView command)
    {
        var exchange = New(session) with { Command = command };
        Queue(session).Enqueue(new OpenCommand(exchange, clock.GetTimestamp()));
        return exchange;
    }

    /// <summary>A session's responses have the order of its commands. A greeting responds to no command.</summary>
    private ExchangeView End(long session, FrameView response)
    {
        if (!Queue(session).TryDequeue(out var command))
        {
            return New(session) with { Response = response };
        }

        return command.Exchange with { User = UserOf(session), Response = response, Milliseconds = clock.GetElapsedTime(command.Since).TotalMilliseconds };
    }

    private ExchangeView New(long session) => new(++_number, session, UserOf(session), clock.GetUtcNow());

    private Queue<OpenCommand> Queue(long session)
    {
        if (!_open.TryGetValue(session, out var queue))
        {
            // Sessions end without notice; only the most recent can still get responses that the page shows.
            _open.Remove(session - Kept);
            _open[session] = queue = new Queue<OpenCommand>();
        }

        return queue;
    }

    private void Publish(ExchangeView view)
    {
        if (_last.FindIndex(kept => kept.Number == view.Number) is >= 0 and var at)
        {
            _last[at] = view;
        }
        else
        {
            _last.Add(view);
        }

        if (_last.Count > Kept)
        {
            _last.RemoveAt(0);
        }

        foreach (var listener in _listeners.Keys)
        {
            listener.Writer.TryWrite(view);
        }
    }

    private sealed record OpenCommand(ExchangeView Exchange, long Since);
}
