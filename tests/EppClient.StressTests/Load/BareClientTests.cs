using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EppClient.Transport;

namespace EppClient.StressTests.Load;

/// <summary>The bare loop against a server that counts what it receives.</summary>
public sealed class BareClientTests : IDisposable
{
    private const int Timeout = 60_000;

    private readonly CountingServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory(Timeout = Timeout)]
    [InlineData("BareBlocking", 1, 1)]
    [InlineData("BareBlocking", 3, 7)]
    [InlineData("BareAsync", 1, 1)]
    [InlineData("BareAsync", 3, 7)]
    public async Task Sends_the_requested_number_of_commands_and_times_each(string kind, int sessions, int depth)
    {
        await using var client = new BareClient(_server.Options(Enum.Parse<LoadClientKind>(kind), sessions, depth));
        await client.OpenAsync();
        await client.SendAsync(10, latencies: null);
        var latencies = new long[sessions * 100];

        await client.SendAsync(100, latencies);

        _server.Commands.Should().Be(sessions * 110);
        latencies.Should().OnlyContain(latency => latency > 0 && latency < Stopwatch.Frequency * 60);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("BareBlocking")]
    [InlineData("BareAsync")]
    public async Task Depth_sets_the_number_of_commands_in_flight(string kind)
    {
        // It responds to four commands at a time, so a client with fewer in flight would never get a response.
        _server.Batch = 4;
        await using var client = new BareClient(_server.Options(Enum.Parse<LoadClientKind>(kind), 1, depth: 4));
        await client.OpenAsync();

        await client.SendAsync(20, latencies: null);

        _server.Commands.Should().Be(20);
        _server.CameEarly.Should().BeFalse("a fifth command must wait");
    }

    [Theory(Timeout = Timeout)]
    [InlineData("BareBlocking", 0)]
    [InlineData("BareBlocking", 15)]
    [InlineData("BareAsync", 0)]
    [InlineData("BareAsync", 15)]
    public async Task Connection_that_ends_before_the_last_response_is_a_failure(string kind, int responses)
    {
        _server.ClosesAfter = responses;
        await using var client = new BareClient(_server.Options(Enum.Parse<LoadClientKind>(kind), 1, depth: 2));
        await client.OpenAsync();

        var sending = () => client.SendAsync(16, latencies: null);

        await sending.Should().ThrowAsync<IOException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task Rejected_login_is_a_failure()
    {
        _server.LoginCode = 2200;
        await using var client = new BareClient(_server.Options(LoadClientKind.BareAsync, 1, 1));

        var open = client.OpenAsync;

        await open.Should().ThrowAsync<IOException>();
    }

    [Fact]
    public void Command_without_a_request_is_rejected()
    {
        var create = () => new BareClient(_server.Options(LoadClientKind.BareAsync, 1, 1) with { Verb = LoadVerb.Create });

        create.Should().Throw<ArgumentException>();
    }

    /// <summary>Counts the commands, and responds with a frame that is not XML.</summary>
    private sealed class CountingServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2 _certificate = CreateCertificate();
        private readonly string _authority = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pem");
        private int _commands;

        public CountingServer()
        {
            File.WriteAllText(_authority, _certificate.ExportCertificatePem());
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Commands => Volatile.Read(ref _commands);

        /// <summary>The number of commands that it reads before it responds.</summary>
        public int Batch { get; set; } = 1;

        /// <summary>The number of commands after which it closes the connection.</summary>
        public int ClosesAfter { get; set; } = int.MaxValue;

        public int LoginCode { get; set; } = 1000;

        /// <summary>Whether a command arrived before the responses to a batch.</summary>
        public bool CameEarly { get; private set; }

        public LoadOptions Options(LoadClientKind kind, int sessions, int depth) => new()
        {
            Host = "localhost",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            User = "load",
            Password = "any-password",
            Authority = new FileInfo(_authority),
            Client = kind,
            Sessions = sessions,
            Depth = depth,
        };

        public void Dispose()
        {
            _listener.Dispose();
            _certificate.Dispose();
            File.Delete(_authority);
        }

        private static X509Certificate2 CreateCertificate()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        }

        private static async Task<string> TextAsync(ValueTask<EppFrame?> reading)
        {
            using var frame = await reading;
            return frame is null ? throw new IOException("The client closed the connection.") : Encoding.UTF8.GetString(frame.Payload.Span);
        }

        private static byte[] Frame(string text)
        {
            var frame = new byte[4 + text.Length];
            BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
            Encoding.ASCII.GetBytes(text, frame.AsSpan(4));
            return frame;
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    _ = ServeAsync(await _listener.AcceptSocketAsync());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test has ended.
            }
        }

        private async Task ServeAsync(Socket socket)
        {
            await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            try
            {
                await stream.AuthenticateAsServerAsync(_certificate);
                await stream.WriteAsync(Frame("<epp><greeting/></epp>"));
                var reader = new EppFrameReader(PipeReader.Create(stream));
                (await TextAsync(reader.ReadAsync())).Should().Contain("<login>");
                await stream.WriteAsync(Frame($"<epp><response><result code=\"{LoginCode}\"/></response></epp>"));
                var next = reader.ReadAsync();
                for (var served = 0; served < ClosesAfter; served += Batch)
                {
                    for (var i = 0; i < Batch; i++)
                    {
                        (await TextAsync(next)).Should().Contain("<check>");
                        Interlocked.Increment(ref _commands);
                        next = reader.ReadAsync();
                    }

                    // The client sends all permitted commands in one write, so an excess command arrives with the others.
                    CameEarly |= next.IsCompleted;
                    await stream.WriteAsync(Enumerable.Repeat(Frame("ok"), Batch).SelectMany(frame => frame).ToArray());
                }
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // The client has ended.
            }
        }
    }
}
