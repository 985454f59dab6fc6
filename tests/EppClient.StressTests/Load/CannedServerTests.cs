using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using EppClient.Commands;

namespace EppClient.StressTests.Load;

/// <summary>The messages of the canned server, read as XML and by this library.</summary>
public sealed class CannedServerTests : IDisposable
{
    private const int Timeout = 60_000;

    private static readonly XNamespace Epp = "urn:ietf:params:xml:ns:epp-1.0";

    private readonly string _authority = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pem");

    public void Dispose() => File.Delete(_authority);

    [Fact(Timeout = Timeout)]
    public async Task Library_accepts_its_responses()
    {
        using var server = Start();
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = "localhost",
            Port = server.Port,
            ClientId = "load",
            Password = "any-password",
            Tls = new EppTlsOptions { TrustedRoots = EppTlsOptions.LoadTrustedRoots(_authority) },
            Pool = new EppPoolOptions { MinSessions = 2, MaxSessions = 2, PipelineDepth = 8 },
        });
        await pool.WarmUpAsync();

        var check = await pool.SendAsync(new DomainCheck("one.dk", "two.dk"));
        var info = await pool.SendAsync(new DomainInfo("one.dk"));
        var create = await pool.SendAsync(new DomainCreate("new.dk", DomainAuthInfo.FromPassword("2fooBAR")));
        var many = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => pool.SendAsync(new DomainCheck($"load-{i}.dk"))));

        check.Data.Items.Select(item => item.Name).Should().Equal("one.dk", "two.dk");
        info.Data.Name.Should().Be("one.dk");
        create.Data.Name.Should().Be("new.dk");
        many.Select(response => response.Data.Items.Single().Name).Should().Equal(Enumerable.Range(0, 200).Select(i => $"load-{i}.dk"));
    }

    /// <summary>Requests in one write, and in single bytes: the responses are whole frames in the same order, with the transaction ids of the requests.</summary>
    [Theory(Timeout = Timeout)]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Each_response_is_a_frame_with_the_transaction_id_of_its_request(int piece)
    {
        using var server = Start();
        await using var stream = await ConnectAsync(server);
        (await ReadAsync(stream)).Root!.Element(Epp + "greeting").Should().NotBeNull();
        string[] commands =
        [
            "<login><clID>load</clID><pw>any</pw></login>",
            """<check><domain:check xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>one.dk</domain:name></domain:check></check>""",
            """<info><domain:info xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name hosts="all">one.dk</domain:name></domain:info></info>""",
            """<create><domain:create xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>one.dk</domain:name></domain:create></create>""",
            "<logout/>",
        ];
        var requests = commands.SelectMany((command, i) => Frame($"<command>{command}<clTRID>ID-{i}</clTRID></command>")).ToArray();

        foreach (var part in requests.Chunk(piece))
        {
            await stream.WriteAsync(part);
        }

        var serverIds = new HashSet<string>();
        for (var i = 0; i < commands.Length; i++)
        {
            var response = (await ReadAsync(stream)).Root!.Element(Epp + "response")!;
            ((string?)response.Element(Epp + "result")!.Attribute("code")).Should().Be(i == commands.Length - 1 ? "1500" : "1000");
            ((string?)response.Element(Epp + "trID")!.Element(Epp + "clTRID")).Should().Be($"ID-{i}");
            serverIds.Add((string)response.Element(Epp + "trID")!.Element(Epp + "svTRID")!).Should().BeTrue("each response has a unique id");
            (response.Element(Epp + "resData") is not null).Should().Be(i is 1 or 2 or 3);
        }

        (await stream.ReadAsync(new byte[1])).Should().Be(0, "logout ends the session");
    }

    [Fact(Timeout = Timeout)]
    public async Task Hello_returns_a_greeting()
    {
        using var server = Start();
        await using var stream = await ConnectAsync(server);
        await ReadAsync(stream);

        await stream.WriteAsync(Frame("<hello/>"));

        (await ReadAsync(stream)).Root!.Element(Epp + "greeting").Should().NotBeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Delays_of_several_commands_overlap()
    {
        var delay = TimeSpan.FromMilliseconds(300);
        using var server = Start(delay);
        await using var stream = await ConnectAsync(server);
        await ReadAsync(stream);
        var began = Stopwatch.GetTimestamp();

        for (var i = 0; i < 20; i++)
        {
            await stream.WriteAsync(Frame($"<command><check/><clTRID>ID-{i}</clTRID></command>"));
        }

        for (var i = 0; i < 20; i++)
        {
            ((string?)(await ReadAsync(stream)).Descendants(Epp + "clTRID").Single()).Should().Be($"ID-{i}");
            Stopwatch.GetElapsedTime(began).Should().BeGreaterThan(delay);
        }

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(delay * 10, "twenty consecutive delays take longer");
    }

    private CannedServer Start(TimeSpan delay = default)
    {
        var server = new CannedServer(delay);
        File.WriteAllText(_authority, server.Certificate);
        return server;
    }

    private static async Task<SslStream> ConnectAsync(CannedServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync("localhost", server.Port);
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => server.Certificate.Contains(
            Convert.ToBase64String(certificate!.GetRawCertData())[..40], StringComparison.Ordinal));
        await stream.AuthenticateAsClientAsync("localhost");
        return stream;
    }

    private static byte[] Frame(string content)
    {
        var message = Encoding.UTF8.GetBytes($"""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0">{content}</epp>""");
        var frame = new byte[4 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        message.CopyTo(frame, 4);
        return frame;
    }

    private static async Task<XDocument> ReadAsync(SslStream stream)
    {
        var header = new byte[4];
        await stream.ReadExactlyAsync(header);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header) - header.Length];
        await stream.ReadExactlyAsync(body);
        return XDocument.Parse(Encoding.UTF8.GetString(body));
    }
}
