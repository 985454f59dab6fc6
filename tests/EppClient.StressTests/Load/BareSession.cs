using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EppClient.StressTests.Load;

/// <summary>
/// One TLS connection that sends the same request repeatedly and skips the responses unread: the minimum cost of a .NET client.
/// Each write sends all requests that the preceding read permits.
/// </summary>
internal sealed class BareSession : IDisposable
{
    private const int HeaderLength = 4;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly LoadOptions _options;
    private readonly byte[] _batch;
    private readonly int _requestLength;
    private readonly long[] _sentAt;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private SslStream? _stream;
    private int _end;
    private int _skip;

    public BareSession(LoadOptions options)
    {
        _options = options;
        _sentAt = new long[options.Depth];
        var request = Frame(Request(options.Verb));
        _requestLength = request.Length;
        _batch = new byte[request.Length * options.Depth];
        for (var i = 0; i < options.Depth; i++)
        {
            request.CopyTo(_batch, i * request.Length);
        }
    }

    /// <summary>Connects and logs in. Uses blocking calls: a socket stays in blocking mode, which is faster, until it is used asynchronously.</summary>
    /// <exception cref="IOException">The server did not respond as expected.</exception>
    public void Open()
    {
        _socket.Connect(_options.Host, _options.Port);
        _stream = new SslStream(new NetworkStream(_socket, ownsSocket: true));
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(_options.Authority!.FullName);
        _stream.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = _options.Host, CertificateChainPolicy = policy });
        Expect("<greeting");
        _stream.Write(Frame($"""
            <login><clID>{_options.User}</clID><pw>{_options.Password}</pw><options><version>1.0</version><lang>en</lang></options><svcs><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI></svcs></login><clTRID>BARE-LOGIN</clTRID>
            """));
        Expect("code=\"1000\"");
    }

    /// <summary>Sends the requests with blocking calls.</summary>
    public void Run(int count, Memory<long> latencies)
    {
        var (sent, received) = (0, 0);
        while (received < count)
        {
            if (Math.Min(count, received + _options.Depth) - sent is > 0 and var free)
            {
                _stream!.Write(Requests(sent, free).Span);
                sent += free;
            }

            received += Received(_stream!.Read(_buffer, _end, _buffer.Length - _end), received, latencies);
        }
    }

    /// <summary>Sends the requests with asynchronous calls; reads and writes concurrently.</summary>
    public async Task RunAsync(int count, Memory<long> latencies)
    {
        var (sent, received) = (0, 0);
        var writing = ValueTask.CompletedTask;
        while (received < count)
        {
            if (Math.Min(count, received + _options.Depth) - sent is > 0 and var free && writing.IsCompleted)
            {
                await writing.ConfigureAwait(false);
                writing = _stream!.WriteAsync(Requests(sent, free));
                sent += free;
            }

            received += Received(await _stream!.ReadAsync(_buffer.AsMemory(_end)).ConfigureAwait(false), received, latencies);
        }

        await writing.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _socket.Dispose();
    }

    private static string Request(LoadVerb verb) => verb switch
    {
        LoadVerb.Check => """
            <check><domain:check xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>example.dk</domain:name></domain:check></check><clTRID>BARE-00000001</clTRID>
            """,
        LoadVerb.Info => """
            <info><domain:info xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name hosts="all">example.dk</domain:name></domain:info></info><clTRID>BARE-00000001</clTRID>
            """,
        _ => throw new ArgumentException("The bare loop sends check and info.", nameof(verb)),
    };

    private static byte[] Frame(string command)
    {
        var message = Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0" encoding="UTF-8" standalone="no"?><epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command>{command}</command></epp>""");
        var frame = new byte[HeaderLength + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        message.CopyTo(frame, HeaderLength);
        return frame;
    }

    private ReadOnlyMemory<byte> Requests(int first, int count)
    {
        var now = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            _sentAt[(first + i) % _sentAt.Length] = now;
        }

        return _batch.AsMemory(0, count * _requestLength);
    }

    /// <summary>Counts the responses completed by the last read, and records their latencies.</summary>
    private int Received(int read, int first, Memory<long> latencies)
    {
        if (read == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        _end += read;
        var (start, count) = (0, 0);
        while (_skip > 0 || _end - start >= HeaderLength)
        {
            if (_skip == 0)
            {
                _skip = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(start));
            }

            var step = Math.Min(_skip, _end - start);
            if (step == 0)
            {
                break;
            }

            start += step;
            _skip -= step;
            count += _skip == 0 ? 1 : 0;
        }

        Keep(start);
        if (latencies.Length > 0)
        {
            var now = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                latencies.Span[first + i] = now - _sentAt[(first + i) % _sentAt.Length];
            }
        }

        return count;
    }

    private void Expect(string text)
    {
        while (_end < HeaderLength || _end < BinaryPrimitives.ReadInt32BigEndian(_buffer))
        {
            var read = _stream!.Read(_buffer, _end, _buffer.Length - _end);
            _end += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(_buffer);
        var message = Encoding.UTF8.GetString(_buffer, HeaderLength, length - HeaderLength);
        Keep(length);
        if (!message.Contains(text, StringComparison.Ordinal))
        {
            throw new IOException($"The server did not send {text}.");
        }
    }

    private void Keep(int start)
    {
        _buffer.AsSpan(start.._end).CopyTo(_buffer);
        _end -= start;
    }
}
