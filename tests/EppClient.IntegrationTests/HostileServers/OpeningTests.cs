using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Servers that never open a session. The command of the caller is not sent, and the next working connection is used.</summary>
public sealed class OpeningTests
{
    /// <summary>The faults of the server and the exceptions that the caller gets.</summary>
    private static readonly Dictionary<string, (Type Failure, Func<HostileConnection, Task> Script)> Faults = new()
    {
        ["never greets"] = (typeof(EppTimeoutException), c => c.StallAsync()),
        ["closes at once"] = (typeof(EppConnectionException), c => Task.CompletedTask),
        ["resets at once"] = (typeof(EppConnectionException), Do(c => c.Reset())),
        ["sends half a header and stalls"] = (typeof(EppTimeoutException), c => ThenStall(c, 2)),
        ["sends half a greeting and stalls"] = (typeof(EppTimeoutException), c => ThenStall(c, 99)),
        ["sends half a header and closes"] = (typeof(EppConnectionException), c => c.SendRawAsync(new byte[2])),
        ["announces 2 GB"] = (typeof(EppProtocolException), c => AnnounceAsync(c, int.MaxValue)),
        ["announces a negative length"] = (typeof(EppProtocolException), c => AnnounceAsync(c, int.MinValue)),
        ["announces nothing"] = (typeof(EppProtocolException), c => AnnounceAsync(c, 0)),
        ["announces less than the header"] = (typeof(EppProtocolException), c => AnnounceAsync(c, 3)),
        ["announces an empty message"] = (typeof(EppProtocolException), c => AnnounceAsync(c, 4)),
        ["is a web server"] = (typeof(EppProtocolException), c => RawAsync(c, "HTTP/1.1 400 Bad Request\r\n\r\n")),
        ["sends text"] = (typeof(EppProtocolException), c => RawAsync(c, "Access denied\r\n")),
        ["sends XML without frames"] = (typeof(EppProtocolException), c => RawAsync(c, Wire.Greeting)),
        ["sends noise"] = (typeof(EppProtocolException), c => FrameAsync(c, "\u0001\u0002 no XML \u0003")),
        ["sends broken XML"] = (typeof(EppProtocolException), c => FrameAsync(c, Wire.Greeting[..Wire.Greeting.IndexOf("<objURI>", StringComparison.Ordinal)])),
        ["sends another document"] = (typeof(EppProtocolException), c => FrameAsync(c, "<html/>")),
        ["sends an empty message"] = (typeof(EppProtocolException), c => FrameAsync(c, "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'/>")),
        ["sends a DTD"] = (typeof(EppProtocolException), c => FrameAsync(c, "<!DOCTYPE epp [<!ENTITY a 'aaaaaaaa'>]>" + "<epp>&a;</epp>")),
        ["greets with a response"] = (typeof(EppProtocolException), c => FrameAsync(c, Wire.Response(1000, "C-1"))),
        ["greets and closes"] = (typeof(EppConnectionException), c => c.SendAsync(Wire.Greeting)),
        ["greets and resets"] = (typeof(EppConnectionException), GreetAndResetAsync),
        ["greets and stalls"] = (typeof(EppTimeoutException), c => FrameAsync(c, Wire.Greeting)),
        ["responds to login with a greeting"] = (typeof(EppProtocolException), c => LoginAsync(c, _ => Wire.Greeting)),
        ["responds to login with noise"] = (typeof(EppProtocolException), c => LoginAsync(c, _ => "noise")),
        ["responds to another client's login"] = (typeof(EppProtocolException), c => LoginAsync(c, _ => Wire.Response(1000, "C-OTHER"))),
        ["fails at login"] = (typeof(EppCommandException), c => LoginAsync(c, r => Wire.Response(2400, Wire.TransactionOf(r)))),
        ["has too many sessions"] = (typeof(EppSessionLimitException), c => LoginAsync(c, r => Wire.Response(2502, Wire.TransactionOf(r)))),
        ["refuses the password"] = (typeof(EppAuthenticationException), c => LoginAsync(c, r => Wire.Response(2200, Wire.TransactionOf(r)))),
        ["refuses the password and closes"] = (typeof(EppAuthenticationException), c => LoginAsync(c, r => Wire.Response(2501, Wire.TransactionOf(r)))),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Names))]
    public async Task Server_that_does_not_open_a_session_fails_only_that_call(string name)
    {
        var (type, script) = Faults[name];
        await using var server = HostileServer.Start(script, c => c.ServeAsync());
        await using var pool = Client.For(server);

        var deadline = type == typeof(EppTimeoutException) ? Client.Short : Client.Long;

        var failure = await Client.FailureOf(() => pool.CheckAsync("a.example", deadline));

        failure.Should().BeOfType(type);
        failure.As<EppException>().Delivery.Should().Be(EppDelivery.NotSent, failure.Message);
        failure.ToString().Should().NotContain("not-a-secret");
        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(2);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("220 mail.example ESMTP\r\n")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008")]
    public async Task Server_without_tls_is_a_connection_failure(string text)
    {
        await using var server = HostileServer.StartPlain(c => RawAsync(c, text));
        await using var pool = Client.For(server);

        await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Server_that_never_responds_to_the_handshake_times_out()
    {
        await using var server = HostileServer.StartPlain(c => c.StallAsync());
        await using var pool = Client.For(server);

        var failure = await Client.FailureOf<EppTimeoutException>(() => pool.CheckAsync("a.example", Client.Short), EppDelivery.NotSent);

        failure.Phase.Should().Be(EppTimeoutPhase.Handshaking);
    }

    [Fact(Timeout = 30_000)]
    public async Task Closed_port_is_a_connection_failure()
    {
        var server = HostileServer.Start(c => c.ServeAsync());
        var pool = Client.For(server);
        await server.DisposeAsync();
        await using var _ = pool;

        await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Unaccepted_connection_times_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Port = ((IPEndPoint)listener.LocalEndpoint).Port });

        await Client.FailureOf<EppTimeoutException>(() => pool.CheckAsync("a.example", Client.Short), EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Certificate_of_an_unknown_authority_is_a_connection_failure()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Tls = new EppTlsOptions() });

        await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Password_rejected_twice_is_not_sent_again()
    {
        await using var server = HostileServer.Start(c => LoginAsync(c, r => Wire.Response(2501, Wire.TransactionOf(r))));
        await using var pool = Client.For(server);

        for (var i = 0; i < 5; i++)
        {
            await Client.FailureOf<EppAuthenticationException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
        }

        server.Connections.Should().Be(2, "a registry locks the account after further attempts");
    }

    private static Func<HostileConnection, Task> Do(Action<HostileConnection> action) => connection =>
    {
        action(connection);
        return Task.CompletedTask;
    };

    private static async Task ThenStall(HostileConnection connection, int bytes)
    {
        await connection.SendRawAsync(HostileConnection.Frame(Wire.Greeting).AsMemory(0, bytes));
        await connection.StallAsync();
    }

    private static async Task AnnounceAsync(HostileConnection connection, int length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        await connection.SendRawAsync(header);
        await connection.StallAsync();
    }

    private static async Task RawAsync(HostileConnection connection, string text)
    {
        await connection.SendRawAsync(Encoding.UTF8.GetBytes(text));
        await connection.StallAsync();
    }

    private static async Task GreetAndResetAsync(HostileConnection connection)
    {
        await connection.SendAsync(Wire.Greeting);
        await connection.ReceiveAsync();
        connection.Reset();
    }

    private static async Task FrameAsync(HostileConnection connection, string message)
    {
        await connection.SendAsync(message);
        await connection.StallAsync();
    }

    private static async Task LoginAsync(HostileConnection connection, Func<string, string> response)
    {
        await connection.SendAsync(Wire.Greeting);
        await connection.SendAsync(response(await connection.ReceiveAsync()));
        await connection.StallAsync();
    }
}
