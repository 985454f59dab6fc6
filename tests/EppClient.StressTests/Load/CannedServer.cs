using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.StressTests.Load;

/// <summary>
/// A server with minimal cost: accepts every login, and responds to each command with a constant text, its transaction id and its first names.
/// Uses blocking calls on one thread per connection; one write sends all responses to one read.
/// </summary>
internal sealed class CannedServer : IDisposable
{
    private const int HeaderLength = 4;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly SslServerAuthenticationOptions _tls;
    private readonly TimeSpan _delay;

    /// <param name="delay">The time from the arrival of a command to its response; those of several commands overlap.</param>
    public CannedServer(TimeSpan delay)
    {
        _delay = delay;
        _tls = new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(_certificate, null, offline: true) };
        _listener.Start();
        Start(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The certificate that clients must trust, as PEM.</summary>
    public string Certificate => _certificate.ExportCertificatePem();

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());

        // Not a CA certificate: some of the other clients reject a server that presents one.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static void Start(Action work) => new Thread(() =>
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client or the server ended.
        }
    })
    { IsBackground = true }.Start();

    private void Accept()
    {
        while (true)
        {
            var socket = _listener.AcceptSocket();
            socket.NoDelay = true;
            Start(() => Serve(socket));
        }
    }

    private void Serve(Socket socket)
    {
        using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        stream.AuthenticateAsServer(_tls);
        using var late = _delay > TimeSpan.Zero ? new LateWriter(stream, _delay) : null;
        var input = new byte[64 * 1024];
        var (start, end) = (0, 0);
        var output = new ArrayBufferWriter<byte>(input.Length);
        Frame(output, CannedMessages.Greeting);
        stream.Write(output.WrittenSpan);
        for (var isOpen = true; isOpen;)
        {
            var read = stream.Read(input, end, input.Length - end);
            if (read == 0)
            {
                return;
            }

            end += read;
            output.ResetWrittenCount();
            while (end - start > HeaderLength && BinaryPrimitives.ReadInt32BigEndian(input.AsSpan(start)) is var length && end - start >= length)
            {
                var body = output.WrittenCount;
                output.Advance(HeaderLength);
                isOpen = CannedMessages.Respond(input.AsSpan(start + HeaderLength, length - HeaderLength), output);
                WriteLength(output, body);
                start += length;
            }

            input.AsSpan(start..end).CopyTo(input);
            (start, end) = (0, end - start);
            if (late is not null)
            {
                late.Write(output.WrittenSpan.ToArray());
            }
            else if (output.WrittenCount > 0)
            {
                stream.Write(output.WrittenSpan);
            }
        }
    }

    private static void Frame(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> message)
    {
        output.Advance(HeaderLength);
        output.Write(message);
        WriteLength(output, 0);
    }

    private static void WriteLength(ArrayBufferWriter<byte> output, int start) =>
        BinaryPrimitives.WriteInt32BigEndian(System.Runtime.InteropServices.MemoryMarshal.AsMemory(output.WrittenMemory).Span[start..], output.WrittenCount - start);

    /// <summary>Writes each response when it is due, in order, while the connection continues to read.</summary>
    private sealed class LateWriter : IDisposable
    {
        private readonly BlockingCollection<(long Due, byte[] Response)> _responses = [];
        private readonly TimeSpan _delay;

        public LateWriter(SslStream stream, TimeSpan delay)
        {
            _delay = delay;
            Start(() =>
            {
                foreach (var (due, response) in _responses.GetConsumingEnumerable())
                {
                    // This thread does nothing else. It sleeps for whole milliseconds and yields for the rest, because timers are too coarse for the delay.
                    while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } left)
                    {
                        Thread.Sleep(left.TotalMilliseconds > 1 ? (int)left.TotalMilliseconds : 0);
                    }

                    stream.Write(response);
                }
            });
        }

        public void Write(byte[] response) => _responses.Add((Stopwatch.GetTimestamp() + (long)(_delay.TotalSeconds * Stopwatch.Frequency), response));

        public void Dispose() => _responses.CompleteAdding();
    }
}
