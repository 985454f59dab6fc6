using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>A certificate revocation list, published on loopback at a unique address.</summary>
internal sealed class RevocationList : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _path = $"/{Guid.NewGuid():N}.crl";
    private readonly Task _serving;
    private byte[] _list = [];

    public RevocationList()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Adds the address of the list to a certificate.</summary>
    public X509Extension DistributionPoint =>
        CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([$"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{_path}"]);

    public void Publish(X509Certificate2 issuer, X509Certificate2 revoked)
    {
        var now = TimeProvider.System.GetUtcNow();
        var builder = new CertificateRevocationListBuilder();
        builder.AddEntry(revoked, now.AddHours(-1));
        _list = builder.Build(issuer, 1, now.AddDays(1), HashAlgorithmName.SHA256, thisUpdate: now.AddHours(-2));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                {
                    // The rest of the request is not needed.
                }

                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/pkix-crl\r\nContent-Length: {_list.Length}\r\nConnection: close\r\n\r\n"), _stop.Token);
                await stream.WriteAsync(_list, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }
}
