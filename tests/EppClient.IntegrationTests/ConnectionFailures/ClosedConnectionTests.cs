using System.Net;
using System.Net.Sockets;
using System.Text;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>"Unexpected closed connection", the most frequent error report, always has a reason.</summary>
[Trait("Failure", "8")]
public sealed class ClosedConnectionTests
{
    private static readonly Dictionary<string, (EppConnectionError Error, byte[] Bytes)> Strangers = new()
    {
        // The header of the alert record, read as a length, is the "packet size" in many error reports: 352518912 bytes.
        ["an alert of a TLS port that got plain text"] = (EppConnectionError.PlainTcpToTlsPort, [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x0A]),
        ["a TLS server behind a TLS proxy"] = (EppConnectionError.TlsInsteadOfEpp, [0x16, 0x03, 0x01, 0x02, 0x00, 0x01]),
        ["a web server"] = (EppConnectionError.HttpServer, Ascii("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n")),
        ["an SSH server"] = (EppConnectionError.SshServer, Ascii("SSH-2.0-OpenSSH_9.9\r\n")),
        ["XML without frames"] = (EppConnectionError.UnframedXml, Encoding.UTF8.GetBytes(Wire.Greeting)),
        ["XML without frames, after a byte order mark"] = (EppConnectionError.UnframedXml, Encoding.UTF8.GetBytes("\uFEFF" + Wire.Greeting)),
        ["text"] = (EppConnectionError.UnframedText, Ascii("Your IP 192.0.2.1 is not allowed\r\n")),
        ["noise"] = (EppConnectionError.NotFramed, [0xFF, 0xFE, 0xFD, 0xFC, 0x00]),
        ["an empty frame"] = (EppConnectionError.NotFramed, [0, 0, 0, 4]),
        ["a greeting over the limit"] = (EppConnectionError.FrameTooLarge, [0, 0xFF, 0xFF, 0xFF, .. "<?xml version='1.0'?>"u8]),
    };

    public static TheoryData<string> Names => [.. Strangers.Keys];

    [Theory(Timeout = Attempt.Timeout)]
    [MemberData(nameof(Names))]
    public async Task Other_protocol_within_TLS_is_recognised(string name)
    {
        var (error, bytes) = Strangers[name];
        await using var server = HostileServer.Start(c => SayAsync(c, bytes));

        await Attempt.MisspeaksAsync(server, error);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(EppConnectionError.HttpServer, "HTTP/1.1 400 Bad Request\r\n\r\n", "\"HTTP/1.1 400 Bad Request\"")]
    [InlineData(EppConnectionError.SshServer, "SSH-2.0-OpenSSH_9.9\r\n", "SSH server")]
    [InlineData(EppConnectionError.UnframedText, "Access denied for 192.0.2.1\r\n", "\"Access denied for 192.0.2.1\"")]
    [InlineData(EppConnectionError.UnframedXml, "<?xml version='1.0'?><epp/>", "XML without the length")]
    public async Task Other_protocol_instead_of_TLS_is_recognised(EppConnectionError error, string text, string said)
    {
        await using var server = HostileServer.StartPlain(c => SayAsync(c, Ascii(text)));

        (await Attempt.FailsAsync(server, error)).Message.Should().Contain(said);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task TLS_to_a_plain_port_is_recognised()
    {
        await using var server = HostileServer.StartPlain(c => c.ServeAsync());

        await Attempt.FailsAsync(server, EppConnectionError.TlsToPlainPort);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Text_is_quoted_truncated_on_one_line_without_control_characters()
    {
        await using var server = HostileServer.Start(c => SayAsync(c, Ascii("\r\n  Go away\u001b[31m, " + new string('x', 200) + "\r\nSecond line")));

        var message = (await Attempt.MisspeaksAsync(server, EppConnectionError.UnframedText)).Message;

        message.Should().Contain("\"Go away?[31m, xxx").And.Contain("xxx...\"").And.NotContain("Second line").And.NotContain("\u001b").And.NotContain("\n");
        message.Length.Should().BeLessThan(500);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Close_before_the_greeting_suggests_allow_list_limit_and_certificate()
    {
        await using var server = HostileServer.Start(_ => Task.CompletedTask);

        (await Attempt.FailsAsync(server, EppConnectionError.ClosedBeforeGreeting)).Message
            .Should().Contain("allowed addresses").And.Contain("session limit").And.Contain("shown no client certificate");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Reset_before_the_greeting_has_the_same_explanation()
    {
        await using var server = HostileServer.Start(c =>
        {
            c.Reset();
            return Task.CompletedTask;
        });

        await Attempt.FailsAsync(server, EppConnectionError.ClosedBeforeGreeting);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Close_during_the_handshake_suggests_allow_list_and_port()
    {
        await using var server = HostileServer.StartPlain(_ => Task.CompletedTask);

        (await Attempt.FailsAsync(server, EppConnectionError.ClosedDuringHandshake)).Message.Should().Contain("allowed addresses").And.Contain("EppOptions.Port");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(40, EppConnectionError.NoCommonCipher)]
    [InlineData(70, EppConnectionError.NoCommonTlsVersion)]
    [InlineData(71, EppConnectionError.NoCommonCipher)]
    [InlineData(80, EppConnectionError.HandshakeRefused)]
    [InlineData(112, EppConnectionError.ServerNameUnknown)]
    [InlineData(48, EppConnectionError.ClientCertificateMissing)]
    public async Task Alert_that_ends_the_handshake_is_explained(byte alert, EppConnectionError error)
    {
        await using var server = HostileServer.StartPlain(c => SayAsync(c, [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, alert]));

        (await Attempt.FailsAsync(server, error)).Message.Should().Contain($"alert {alert} (");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Invalid_handshake_message_is_a_failed_handshake()
    {
        // A handshake record with an invalid message.
        await using var server = HostileServer.StartPlain(c => SayAsync(c, [0x16, 0x03, 0x03, 0x00, 0x04, 0x63, 0x00, 0x00, 0x00]));

        await Attempt.FailsAsync(server, EppConnectionError.HandshakeFailed);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("<version>1.0</version>", "<version>2.0</version>", EppConnectionError.UnsupportedVersion, "version 2.0")]
    [InlineData("xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"", "xmlns=\"urn:example:epp-7\"", EppConnectionError.WrongNamespace, "namespace urn:example:epp-7, where the profile has urn:ietf:params:xml:ns:epp-1.0")]
    public async Task Greeting_with_another_version_or_namespace_is_reported(string old, string changed, EppConnectionError error, string said)
    {
        var greeting = Wire.Greeting.Replace(old, changed, StringComparison.Ordinal);
        greeting.Should().NotBe(Wire.Greeting);
        await using var server = HostileServer.Start(c => SayAsync(c, HostileConnection.Frame(greeting)));

        (await Attempt.MisspeaksAsync(server, error)).Message.Should().Contain(said);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("<html/>", EppConnectionError.NotEpp)]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'/>", EppConnectionError.UnexpectedMessage)]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><greeting>", EppConnectionError.InvalidMessage)]
    public async Task Other_message_instead_of_the_greeting_is_reported(string message, EppConnectionError error)
    {
        await using var server = HostileServer.Start(c => SayAsync(c, HostileConnection.Frame(message)));
        await using var pool = Client.For(server);

        (await Client.FailureOf<EppProtocolException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent)).Error.Should().Be(error);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(new byte[] { 0x15, 0x03, 0x03, 0x00, 0x02, 0x01, 0x00 }, EppConnectionError.TlsAlertReadAsLength)]
    [InlineData(new byte[] { 0x7F, 0xFF, 0xFF, 0xFF }, EppConnectionError.FrameTooLarge)]
    [InlineData(new byte[] { 0x00, 0x00, 0x00, 0x01 }, EppConnectionError.OutOfStep)]
    public async Task Invalid_length_within_a_session_is_reported_without_content(byte[] bytes, EppConnectionError error)
    {
        await using var server = HostileServer.Start(async c =>
        {
            await c.OpenAsync();
            await c.ReceiveAsync();
            await SayAsync(c, [.. bytes, .. "personal data"u8]);
        });
        await using var pool = Client.For(server);

        var failure = await Client.FailureOf<EppProtocolException>(() => pool.CheckAsync("a.example"), EppDelivery.MaybeSent);

        failure.Error.Should().Be(error);
        failure.Message.Should().Contain(error.Remedy()).And.NotContain("personal");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(0, EppConnectionError.ClosedByRegistry)]
    [InlineData(9, EppConnectionError.ClosedInsideFrame)]
    public async Task Close_between_messages_is_distinguished_from_close_within_a_message(int bytes, EppConnectionError error)
    {
        await using var server = HostileServer.Start(async c =>
        {
            await c.OpenAsync();
            await c.SendRawAsync(HostileConnection.Frame(Wire.Checked(await c.ReceiveAsync())).AsMemory(0, bytes));
        });
        await using var pool = Client.For(server);

        (await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.MaybeSent)).Error.Should().Be(error);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Reset_within_a_session_is_a_lost_connection()
    {
        await using var server = HostileServer.Start(async c =>
        {
            await c.OpenAsync();
            await c.ReceiveAsync();
            c.Reset();
        });
        await using var pool = Client.For(server);

        (await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.MaybeSent)).Error.Should().Be(EppConnectionError.ConnectionLost);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Closed_port_is_reported()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        using var unused = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        unused.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        await Attempt.FailsAsync(server, EppConnectionError.Refused, o => o with { Host = "127.0.0.1", Port = ((IPEndPoint)unused.LocalEndPoint!).Port });
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static async Task SayAsync(HostileConnection connection, byte[] bytes)
    {
        await connection.SendRawAsync(bytes);
        await connection.StallAsync();
    }
}
