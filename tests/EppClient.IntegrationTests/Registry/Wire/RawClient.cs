using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EppClient.Dk.Testing;
using EppClient.Testing.Validation;
using EppClient.Transport;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>A minimal client for frames over TLS, so that the server is tested independently of the client library.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly TcpClient _tcp;
    private readonly SslStream _tls;
    private readonly EppFrameReader _reader;
    private readonly EppFrameWriter _writer;

    private RawClient(SslStream tls, TcpClient tcp)
    {
        _tls = tls;
        _tcp = tcp;
        _reader = new EppFrameReader(PipeReader.Create(tls));
        _writer = new EppFrameWriter(PipeWriter.Create(tls), 1_048_576);
    }

    public static async Task<RawClient> ConnectAsync(DkTestRegistry registry)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", registry.Port);
        var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = registry.Host,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { registry.CaCertificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        });
        return new RawClient(tls, tcp);
    }

    public static Task<RawClient> LoginAsync(DkTestRegistry registry) => LoginAsync(registry, registry.User, registry.Password);

    public static Task<RawClient> LoginAsync(DkTestRegistry registry, string user, string password) =>
        LoginAsync(registry, user, password, RawMessages.Dkhm45, RawMessages.SecDns);

    public static async Task<RawClient> LoginAsync(DkTestRegistry registry, string user, string password, params IReadOnlyList<string> extensions)
    {
        var client = await ConnectAsync(registry);
        await client.ReceiveAsync();
        (await client.SendAsync(RawMessages.Login(user, password, extensions))).Code.Should().Be(1000);
        return client;
    }

    public Task<RawReply> SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    public async Task<RawReply> SendAsync(ReadOnlyMemory<byte> message)
    {
        await WriteAsync(message);
        return await ReceiveAsync();
    }

    /// <summary>Sends a frame header without the frame.</summary>
    public async Task AnnounceAsync(int length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        await _tls.WriteAsync(header);
        await _tls.FlushAsync();
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> message) => _writer.WriteAsync(message);

    /// <summary>Receives a message and asserts that it is valid.</summary>
    public async Task<RawReply> ReceiveAsync()
    {
        using var frame = await ReadAsync();
        EppSchemaValidator.For(DkSchemaProfile.Current).Validate(frame.Payload).Should().BeEmpty();
        return RawReply.Parse(frame.Payload);
    }

    /// <summary>Receives a message without validation: the codes that end a session are outside the schema, and the registry sends them anyway.</summary>
    public async Task<RawReply> ReceiveUncheckedAsync()
    {
        using var frame = await ReadAsync();
        return RawReply.Parse(frame.Payload);
    }

    private async Task<EppFrame> ReadAsync() =>
        await _reader.ReadAsync() ?? throw new InvalidOperationException("The server closed the connection.");

    /// <summary>Waits until the server closes the connection.</summary>
    public async Task<bool> IsClosedByServerAsync()
    {
        try
        {
            return await _reader.ReadAsync() is null;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _tls.DisposeAsync();
        _tcp.Dispose();
    }
}
