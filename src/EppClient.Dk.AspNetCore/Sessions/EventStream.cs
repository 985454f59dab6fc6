using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace EppClient.Dk.AspNetCore;

/// <summary>Passes the delivered events to those who read them at present. A reader that is too slow misses the oldest.</summary>
internal sealed class EventStream
{
    private const int MostUnread = 1000;

    private readonly ConcurrentDictionary<Channel<DkTransferEvent>, bool> _readers = new();

    public void Publish(DkTransferEvent transferEvent)
    {
        foreach (var (reader, _) in _readers)
        {
            reader.Writer.TryWrite(transferEvent);
        }
    }

    /// <summary>Reads the events from the first step of the sequence on.</summary>
    public async IAsyncEnumerable<DkTransferEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<DkTransferEvent>(new BoundedChannelOptions(MostUnread) { FullMode = BoundedChannelFullMode.DropOldest });
        _readers[channel] = true;
        try
        {
            await foreach (var transferEvent in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return transferEvent;
            }
        }
        finally
        {
            _readers.TryRemove(channel, out _);
        }
    }
}
