using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Transport;

/// <summary>Connects with TCP, through a proxy if there is one, then with TLS, and verifies the registry's certificate.</summary>
internal sealed class TlsConnector(ConnectTarget target, EppProxy? proxy, EppTlsOptions options, TcpDialer dialer, ILogger logger) : IConnector
{
    private readonly IReadOnlyList<string> _pins = [.. options.PublicKeyPins.Select(PublicKeyPin.Normalize).OfType<string>()];

    /// <summary>Creates a connector that dials the target, or the proxy if there is one.</summary>
    public static TlsConnector Create(ConnectTarget target, EppProxy? proxy, EppTlsOptions options, TimeSpan timeout, TimeProvider time, ILogger logger)
    {
        var dialled = proxy is null ? target : new ConnectTarget(proxy.Host, proxy.Port, target.LocalAddress) { IsProxy = true };
        return new TlsConnector(target, proxy, options, new TcpDialer(dialled, timeout, time, logger), logger);
    }

    public async ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken)
    {
        Log.Connecting(logger, target.Host, target.Port);
        return await dialer.DialAsync((socket, address, isLast, token) => OpenAsync(socket, address, isLast, steps, token), steps, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TlsConnection> OpenAsync(Socket socket, IPAddress address, bool isLast, ConnectTimings steps, CancellationToken cancellationToken)
    {
        try
        {
            await OpenTunnelAsync(socket, steps, cancellationToken).ConfigureAwait(false);
            steps.Begin(EppTimeoutPhase.Handshaking);
            var certificate = await ClientCertificateAsync(cancellationToken).ConfigureAwait(false);
            var connection = await HandshakeAsync(socket, address, certificate, cancellationToken).ConfigureAwait(false);
            if (!isLast && target.Greets)
            {
                await RequireGreetingAsync(connection, cancellationToken).ConfigureAwait(false);
            }

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

    private static async ValueTask RequireGreetingAsync(TlsConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await FirstBytes.RequireAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask OpenTunnelAsync(Socket socket, ConnectTimings steps, CancellationToken cancellationToken)
    {
        if (proxy is not null)
        {
            steps.Begin(EppTimeoutPhase.OpeningTunnel);
            await new ProxyTunnel(proxy, target).OpenAsync(socket, cancellationToken).ConfigureAwait(false);
            Log.TunnelOpened(logger, target.Host, target.Port, proxy.Kind, proxy.Host, proxy.Port);
        }
    }

    private async ValueTask<EppClientCertificate?> ClientCertificateAsync(CancellationToken cancellationToken)
    {
        if (options.ClientCertificateProvider is not { } provider)
        {
            return options.ClientCertificate;
        }

        try
        {
            return await provider(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("The provider returned null.");
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // The provider is user code, so any exception, also a cancellation of its own, means that there is no certificate.
            throw ConnectFailure.NoClientCertificate(target, exception);
        }
    }

    private async Task<TlsConnection> HandshakeAsync(
        Socket socket, IPAddress address, EppClientCertificate? certificate, CancellationToken cancellationToken)
    {
        var transcript = new TlsHandshakeRecorder(socket);
        var stream = new SslStream(transcript);
        var status = new ServerCertificateValidator(_pins, options.TrustedRoots);
        var facts = new ConnectionDetails(certificate?.ToString(), proxy?.ToString());
        try
        {
            await stream.AuthenticateAsClientAsync(AuthenticationOptions(status, certificate), cancellationToken).ConfigureAwait(false);
            transcript.End();
            return new TlsConnection(socket, stream, facts);
        }
        catch (Exception exception) when (exception is not EppException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // The user's callback runs during the handshake and may throw any exception.
            await stream.DisposeAsync().ConfigureAwait(false);
            throw ConnectFailure.Handshake(target, proxy is null ? address : null, status, transcript, facts, exception);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private SslClientAuthenticationOptions AuthenticationOptions(ServerCertificateValidator status, EppClientCertificate? certificate)
    {
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = options.ServerName ?? target.AsciiHost,
            EnabledSslProtocols = options.Versions ?? EppTlsOptions.DefaultVersions,
            ClientCertificateContext = certificate?.Context,
            CertificateRevocationCheckMode = options.RevocationMode,
            CertificateChainPolicy = ChainPolicy(),
        };
        try
        {
            options.Configure?.Invoke(authentication);
        }
        catch (Exception exception)
        {
            // User code may throw any exception.
            throw ConnectFailure.NotConfigured(target, exception);
        }

        authentication.RemoteCertificateValidationCallback = options.DangerousAcceptAnyServerCertificate
            ? Unverified
            : status.CreateCallback(authentication.RemoteCertificateValidationCallback);
        return authentication;
    }

    private X509ChainPolicy? ChainPolicy()
    {
        if (options.TrustedRoots is not { } roots)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = options.RevocationMode };
        var all = roots.ToArray();
        policy.CustomTrustStore.AddRange(all);
        // Certificates that are not roots may be intermediate certificates that the server does not send.
        policy.ExtraStore.AddRange(all);

        return policy;
    }

    private bool Unverified(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Log.ServerCertificateNotVerified(logger, target.Host, target.Port);
        return options.DangerousAcceptAnyServerCertificate;
    }
}
