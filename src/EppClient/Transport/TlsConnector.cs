using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Transport;

/// <summary>TCP, then TLS with the registry's certificate verified.</summary>
internal sealed class TlsConnector(ConnectTarget target, EppTlsOptions options, TcpDialer dialer, ILogger logger) : IConnector
{
    public async ValueTask<EppConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        Log.Connecting(logger, target.Host, target.Port);
        var socket = await dialer.DialAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var connection = await HandshakeAsync(socket, cancellationToken).ConfigureAwait(false);
            Log.Connected(logger, target.Host, target.Port, connection.RemoteEndPoint, connection.TlsProtocol);
            ConnectionSpan.Secured(connection.RemoteEndPoint, connection.TlsProtocol);
            return connection;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<TlsConnection> HandshakeAsync(Socket socket, CancellationToken cancellationToken)
    {
        var transcript = new FirstBytesStream(socket);
        var stream = new SslStream(transcript);
        var verdict = new ServerCertificateVerdict();
        try
        {
            await stream.AuthenticateAsClientAsync(AuthenticationOptions(verdict), cancellationToken).ConfigureAwait(false);
            return new TlsConnection(socket, stream);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw ConnectFailure.Handshake(target, verdict, transcript.First, options.ClientCertificate is not null, exception);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private SslClientAuthenticationOptions AuthenticationOptions(ServerCertificateVerdict verdict)
    {
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = options.ServerName ?? target.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ClientCertificateContext = options.ClientCertificate?.Context,
            CertificateChainPolicy = ChainPolicy(),
        };
        options.Configure?.Invoke(authentication);
        authentication.RemoteCertificateValidationCallback = options.DangerousAcceptAnyServerCertificate
            ? Unverified
            : verdict.Recording(authentication.RemoteCertificateValidationCallback);
        return authentication;
    }

    private X509ChainPolicy? ChainPolicy()
    {
        if (options.TrustedRoots is not { } roots)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots.ToArray());
        return policy;
    }

    private bool Unverified(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Log.ServerCertificateNotVerified(logger, target.Host, target.Port);
        return options.DangerousAcceptAnyServerCertificate;
    }
}
