using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>A server on loopback whose bytes the test controls. Each connection runs the next script; the last script serves all further connections.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = CreateCertificate();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Func<HostileConnection, Task>[] _scripts;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly Task _accepting;
    private int _connections;

    private HostileServer(Func<HostileConnection, Task>[] scripts, SslServerAuthenticationOptions? tls)
    {
        _scripts = scripts;
        _tls = tls;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The number of accepted connections.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public X509Certificate2 TrustedRoot { get; } = X509CertificateLoader.LoadCertificate(Certificate.RawData);

    public static HostileServer Start(params Func<HostileConnection, Task>[] scripts) => StartTls(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, scripts);

    /// <summary>Starts a server with its own TLS options. The default certificate, which <see cref="TrustedRoot"/> trusts, is used if they have none.</summary>
    public static HostileServer StartTls(SslServerAuthenticationOptions tls, params Func<HostileConnection, Task>[] scripts)
    {
        if (tls.ServerCertificateContext is null)
        {
            tls.ServerCertificate ??= Certificate;
        }

        return new HostileServer(scripts, tls);
    }

    /// <summary>Starts a server without TLS.</summary>
    public static HostileServer StartPlain(Func<HostileConnection, Task> script) => new([script], tls: null);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_conversations);
        _stop.Dispose();
        TrustedRoot.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                var number = Interlocked.Increment(ref _connections);
                _conversations.Add(ConverseAsync(socket, _scripts[Math.Min(number, _scripts.Length) - 1]));
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ConverseAsync(Socket socket, Func<HostileConnection, Task> script)
    {
        await Task.Yield();
        try
        {
            using (socket)
            {
                // Each byte must be sent when it is written, so that the cut positions are exact.
                socket.NoDelay = true;
                await using var stream = await OpenAsync(socket);
                await script(new HostileConnection(socket, stream, _stop.Token));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
        {
            // The client closed the connection first, which is allowed.
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var network = new NetworkStream(socket);
        if (_tls is null)
        {
            return network;
        }

        var tls = new SslStream(network);
        await tls.AuthenticateAsServerAsync(_tls, _stop.Token);
        return tls;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
