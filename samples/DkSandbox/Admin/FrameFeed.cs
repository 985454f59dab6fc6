using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EppClient;
using EppClient.Dk;
using EppClient.Testing.Server;

namespace DkSandbox.Admin;

/// <summary>Sends the messages, redacted, to every open page; a new page first receives the most recent ones.</summary>
internal sealed class FrameFeed
{
    private const int Kept = 100;

    private readonly EppRedactor _redactor = new(DkProfile.Current);
    private readonly ConcurrentDictionary<Channel<FrameView>, bool> _listeners = new();
    private readonly Queue<FrameView> _last = new();
    private readonly Lock _order = new();
    private long _number;

    /// <summary>Gets the login of a session, if there is one.</summary>
    public Func<long, string?> UserOf { get; set; } = _ => null;

    public void Publish(ServerFrame frame)
    {
        var xml = _redactor.Redact(frame.Message);
        lock (_order)
        {
            var view = new FrameView(++_number, frame.Session.Id, UserOf(frame.Session.Id), frame.IsFromClient, FrameTitle.Of(xml), xml);
            _last.Enqueue(view);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }

            foreach (var listener in _listeners.Keys)
            {
                listener.Writer.TryWrite(view);
            }
        }
    }

    /// <summary>Reads the most recent frames, then new ones.</summary>
    public async IAsyncEnumerable<FrameView> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page that has stopped reading loses the oldest frames, and does not delay the registry.
        var channel = Channel.CreateBounded<FrameView>(new BoundedChannelOptions(2 * Kept) { FullMode = BoundedChannelFullMode.DropOldest });
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
}
