using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Tests.Transport;

public sealed class TlsConnectorTests
{
    private const int Timeout = 30_000;
    private const string Name = "epp.example";

    private static readonly TestCertificates Authority = TestCertificates.Instance;
    private static readonly EppTlsOptions TrustsAuthority = new() { TrustedRoots = [Authority.Root] };

    [Fact(Timeout = Timeout)]
    public async Task A_certificate_of_a_trusted_root_and_the_right_name_is_accepted()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));

        await using var connection = await ConnectAsync(server, TrustsAuthority);

        await AssertTalksAsync(connection);
        connection.TlsProtocol.Should().BeOneOf(SslProtocols.Tls12, SslProtocols.Tls13);
        connection.RemoteEndPoint.Should().Be(new IPEndPoint(IPAddress.Loopback, server.Port));
    }

    [Fact(Timeout = Timeout)]
    public async Task Trusted_roots_are_read_from_PEM()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        using var file = new TemporaryFile(Authority.Root.ExportCertificatePem());

        await using var connection = await ConnectAsync(server, new EppTlsOptions { TrustedRoots = EppTlsOptions.LoadTrustedRoots(file.Path) });

        await AssertTalksAsync(connection);
    }

    [Fact(Timeout = Timeout)]
    public async Task An_unknown_root_is_refused_and_the_option_named()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));

        await AssertRefusedAsync(server, new EppTlsOptions(), "*this side refused*trusted root*EppTlsOptions.TrustedRoots*");
    }

    [Fact(Timeout = Timeout)]
    public async Task A_certificate_for_another_name_is_refused_and_its_names_reported()
    {
        await using var server = LoopbackServer.Tls(Authority.Server("other.example"));

        await AssertRefusedAsync(server, TrustsAuthority, "*this side refused*another name (other.example)*EppTlsOptions.ServerName*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Expected_name_can_be_set()
    {
        await using var server = LoopbackServer.Tls(Authority.Server("other.example"));

        await using var connection = await ConnectAsync(server, TrustsAuthority with { ServerName = "other.example" });

        await AssertTalksAsync(connection);
    }

    [Fact(Timeout = Timeout)]
    public async Task An_expired_certificate_is_refused()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name, hasExpired: true));

        await AssertRefusedAsync(server, TrustsAuthority, "*this side refused*expired*clock*");
    }

    [Fact(Timeout = Timeout)]
    public async Task The_dangerous_option_accepts_anything_and_warns_each_time()
    {
        await using var server = LoopbackServer.Tls(Authority.Server("other.example", hasExpired: true));
        var logger = new RecordingLogger();
        for (var i = 1; i <= 2; i++)
        {
            await using var connection = await ConnectAsync(server, new EppTlsOptions { DangerousAcceptAnyServerCertificate = true }, logger);
            await AssertTalksAsync(connection);
            logger.Entries.Where(entry => entry.Level == LogLevel.Warning).Should().HaveCount(i)
                .And.OnlyContain(entry => entry.Message.Contains("DangerousAcceptAnyServerCertificate"));
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Configure_can_refuse_a_certificate_that_would_be_accepted()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));

        await AssertRefusedAsync(
            server,
            TrustsAuthority with { Configure = authentication => authentication.RemoteCertificateValidationCallback = (_, _, _, _) => false },
            "*EppTlsOptions.Configure refused*");
    }

    [Theory(Timeout = Timeout)]
    [InlineData("certificate")]
    [InlineData("pem")]
    [InlineData("encrypted pem")]
    [InlineData("pem files")]
    [InlineData("pfx")]
    [InlineData("pfx file")]
    public async Task A_client_certificate_reaches_the_server(string form)
    {
        string? seen = null;
        await using var server = LoopbackServer.Tls(Authority.Server(Name), Demanding(certificate => seen = certificate?.Subject));

        await using var connection = await ConnectAsync(server, TrustsAuthority with { ClientCertificate = ClientCertificate(form) });

        await AssertTalksAsync(connection);
        seen.Should().Be("CN=registrar");
    }

    [Theory(Timeout = Timeout)]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Missing_client_certificate_is_reported_when_no_greeting_arrives(SslProtocols protocol)
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name), options =>
        {
            Demanding(_ => { })(options);
            options.EnabledSslProtocols = protocol;
        });
        var connection = await ConnectAsync(server, TrustsAuthority);
        await using var channel = new SessionChannel(
            "1", connection, new ChannelSettings(TimeProvider.System, NullLogger.Instance, new PoolMetrics("test", Name, server.Port), new EppFrameOptions(), 1, TimeSpan.Zero));

        (await channel.Awaiting(c => c.ReceiveAsync(Deadline.None, default).AsTask()).Should().ThrowAsync<EppConnectionException>())
            .WithMessage("*before its greeting*EppTlsOptions.ClientCertificate*").Which.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task Peer_that_sends_plain_EPP_is_recognized() =>
        await AssertPeerAsync([0, 0, 0, 30, .. "<?xml version=\"1.0\"?><epp/>"u8], "*EPP without TLS*");

    [Theory(Timeout = Timeout)]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", "*SSH server*")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "*HTTP server*")]
    [InlineData("Address not allowed\r\n", "*plain text*\"Address not allowed\"*")]
    public async Task Peer_without_TLS_is_recognized(string text, string message) =>
        await AssertPeerAsync(Encoding.ASCII.GetBytes(text), message);

    [Theory(Timeout = Timeout)]
    [InlineData(40, "*alert 40 (handshake_failure)*cipher*EppTlsOptions.Configure*")]
    [InlineData(70, "*alert 70 (protocol_version)*EppTlsOptions.Versions*TLS 1.2*")]
    [InlineData(112, "*alert 112 (unrecognized_name)*EppTlsOptions.ServerName*")]
    [InlineData(48, "*alert 48 (unknown_ca*EppTlsOptions.ClientCertificate*")]
    public async Task An_alert_of_the_peer_is_explained(byte alert, string message) =>
        await AssertPeerAsync([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, alert], message);

    [Fact(Timeout = Timeout)]
    public async Task A_peer_that_closes_during_the_handshake_suggests_the_list_of_addresses() =>
        await AssertPeerAsync([], "*closed the connection during the handshake*allowed addresses*");

    [Fact(Timeout = Timeout)]
    public async Task A_server_without_a_common_version_is_refused()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name), options => options.EnabledSslProtocols = SslProtocols.Tls12);

        await AssertRefusedAsync(
            server, TrustsAuthority with { Configure = authentication => authentication.EnabledSslProtocols = SslProtocols.Tls13 }, "*No TLS connection*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Hanging_handshake_can_be_cancelled()
    {
        var accepted = new TaskCompletionSource();
        await using var server = new LoopbackServer(async (_, stop) =>
        {
            accepted.SetResult();
            await Task.Delay(System.Threading.Timeout.Infinite, stop);
        });
        using var cancellation = new CancellationTokenSource();
        var connecting = ConnectAsync(server, TrustsAuthority, cancellationToken: cancellation.Token);
        await accepted.Task;

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => connecting).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task Close_by_the_peer_after_the_half_close_is_noticed_even_if_it_still_sends()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        await using var connection = await ConnectAsync(server, TrustsAuthority);

        // The unread greeting of the server is discarded.
        connection.Finish();

        await connection.WhenClosedByPeerAsync();
        connection.Finish();
        connection.Abort();
    }

    [Fact(Timeout = Timeout)]
    public async Task Abort_ends_the_wait_for_a_peer_that_does_not_close()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        await using var connection = await ConnectAsync(server, TrustsAuthority);
        var closing = connection.WhenClosedByPeerAsync();
        closing.IsCompleted.Should().BeFalse();

        connection.Abort();

        await closing;
        await connection.WhenClosedByPeerAsync();
    }

    [Fact(Timeout = Timeout)]
    public async Task Abort_ends_a_hanging_read()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        await using var connection = await ConnectAsync(server, TrustsAuthority);
        var reader = new EppFrameReader(connection.Input);
        (await reader.ReadAsync())!.Dispose();
        var reading = reader.ReadAsync().AsTask();

        connection.Abort();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<Exception>();
    }

    [Fact(Timeout = Timeout)]
    public async Task Large_frames_pass_in_both_directions()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        await using var connection = await ConnectAsync(server, TrustsAuthority);
        var reader = new EppFrameReader(connection.Input);
        var writer = new EppFrameWriter(connection.Output);
        (await reader.ReadAsync())!.Dispose();
        var payload = RandomNumberGenerator.GetBytes(EppFrameOptions.DefaultMaxOutgoingBytes - 4);

        await writer.WriteAsync(payload);

        using var frame = await reader.ReadAsync();
        frame!.Payload.Span.SequenceEqual(payload).Should().BeTrue();
    }

    private static EppClientCertificate ClientCertificate(string form)
    {
        var certificate = Authority.Client("registrar");
        var pem = certificate.ExportCertificatePem() + "\n" + Authority.Root.ExportCertificatePem();
        using var key = certificate.GetECDsaPrivateKey()!;
        var keyPem = key.ExportPkcs8PrivateKeyPem();
        switch (form)
        {
            case "pem":
                return EppClientCertificate.FromPem(pem, keyPem);
            case "encrypted pem":
                var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);
                return EppClientCertificate.FromPem(pem, key.ExportEncryptedPkcs8PrivateKeyPem("secret", parameters), "secret");
            case "pem files":
                using (var certificateFile = new TemporaryFile(pem))
                using (var keyFile = new TemporaryFile(keyPem))
                {
                    return EppClientCertificate.FromPemFiles(certificateFile.Path, keyFile.Path);
                }

            case "pfx":
                return EppClientCertificate.FromPfx(certificate.Export(X509ContentType.Pkcs12, "secret"), "secret");
            case "pfx file":
                using (var file = new TemporaryFile(certificate.Export(X509ContentType.Pkcs12, "secret")))
                {
                    return EppClientCertificate.FromPfxFile(file.Path, "secret");
                }

            default:
                return EppClientCertificate.FromCertificate(certificate, Authority.Root);
        }
    }

    private static Action<SslServerAuthenticationOptions> Demanding(Action<X509Certificate?> see) => options =>
    {
        options.ClientCertificateRequired = true;
        options.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            see(certificate);
            return certificate is not null;
        };
    };

    private static async Task AssertPeerAsync(byte[] bytes, string message)
    {
        await using var server = LoopbackServer.Sending(bytes);
        await AssertRefusedAsync(server, TrustsAuthority, message);
    }

    [Fact(Timeout = Timeout)]
    public async Task Provider_of_the_client_certificate_that_cancels_by_itself_is_a_failure()
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        var options = TrustsAuthority with { ClientCertificateProvider = _ => throw new TaskCanceledException("the module's own timeout") };

        (await FluentActions.Awaiting(() => ConnectAsync(server, options)).Should().ThrowAsync<EppConnectionException>())
            .Which.Error.Should().Be(EppConnectionError.ClientCertificateUnavailable);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_of_Configure_or_of_its_callback_is_reported(bool cancels)
    {
        await using var server = LoopbackServer.Tls(Authority.Server(Name));
        Exception failure = cancels ? new OperationCanceledException("own failure") : new InvalidOperationException("own failure");

        var configure = FluentActions.Awaiting(() => ConnectAsync(server, TrustsAuthority with { Configure = _ => throw failure }));
        var callback = FluentActions.Awaiting(() => ConnectAsync(server, TrustsAuthority with { Configure = tls => tls.RemoteCertificateValidationCallback = (_, _, _, _) => throw failure }));

        await configure.Should().ThrowAsync<EppConnectionException>().WithMessage("*EppTlsOptions.Configure failed: own failure");
        await callback.Should().ThrowAsync<EppConnectionException>().WithMessage("*own failure*");
    }

    private static async Task AssertRefusedAsync(LoopbackServer server, EppTlsOptions options, string message) =>
        (await FluentActions.Awaiting(() => ConnectAsync(server, options)).Should().ThrowAsync<EppConnectionException>())
            .WithMessage(message).WithMessage($"No TLS connection to {Name}:{server.Port} at 127.0.0.1: *").Which.Delivery.Should().Be(EppDelivery.NotSent);

    private static async Task AssertTalksAsync(EppConnection connection)
    {
        var reader = new EppFrameReader(connection.Input);
        (await reader.ReadAsync())!.Dispose();
        await new EppFrameWriter(connection.Output).WriteAsync("<hello/>"u8.ToArray());
        using var frame = await reader.ReadAsync();
        Encoding.UTF8.GetString(frame!.Payload.Span).Should().Be("<hello/>");
    }

    private static Task<EppConnection> ConnectAsync(
        LoopbackServer server, EppTlsOptions options, ILogger? logger = null, CancellationToken cancellationToken = default)
    {
        var target = new ConnectTarget(Name, server.Port);
        var dialer = new TcpDialer(target, TimeSpan.FromSeconds(20), TimeProvider.System, NullLogger.Instance)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        };
        return new TlsConnector(target, null, options, dialer, logger ?? NullLogger.Instance).ConnectAsync(new ConnectTimings(TimeProvider.System), cancellationToken).AsTask();
    }
}
