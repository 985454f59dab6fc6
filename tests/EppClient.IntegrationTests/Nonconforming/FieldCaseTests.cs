using System.Text;
using EppClient.Commands;
using EppClient.IntegrationTests.ConnectionFailures;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;
using EppClient.Polling;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>
/// Published problems with registries: each file of each case has the expected result on one session that stays open. The cases are not part of
/// the repository and not available on every machine.
/// </summary>
public sealed class FieldCaseTests
{
    private static readonly string Folder = RepositoryFolder.Combine("..", "shared", "corpus", "field-cases");

    /// <summary>The files, and the expected results of commands with the files as responses.</summary>
    private static readonly Dictionary<string, Func<EppSessionPool, Task>> Ends = new(StringComparer.Ordinal)
    {
        ["01-control-character/poll.xml"] = pool => MessageWithAFaultAsync(pool),
        ["01-control-character/poll-ref.xml"] = pool => MessageWithAFaultAsync(pool),
        ["03-empty-local-name/update.xml"] = async pool => (await RefusalAsync(pool, 2005, new ContactUpdate("C-1") { Change = new ContactChange { Email = "x" } })).XmlFault.Should().NotBeNull(),
        ["08-cdata-and-basic-zone/poll.xml"] = async pool =>
        {
            var message = (await pool.PollAsync())!;
            var created = message.DataAs<DomainCreateResult>()!;
            created.CreatedDate.Should().Be(new DateTimeOffset(2026, 9, 20, 7, 9, 20, TimeSpan.Zero));
            created.ExpiryDate.Should().Be(new DateTimeOffset(2027, 9, 20, 0, 0, 0, TimeSpan.Zero));
            message.QueuedDate!.Value.Offset.Should().Be(TimeSpan.FromHours(2));
            message.Response.ReadDiagnostics.Select(d => d.Fault).Should().Contain([EppReadFault.NonstandardForm, EppReadFault.Misplaced]);
            await AcknowledgeAsync(pool, message, "100");
        },
        ["08-cdata-and-basic-zone/info.xml"] = async pool =>
        {
            var response = await pool.SendAsync(new DomainInfo("docu-case.test"));
            response.Data.Roid.Should().Be("8324c29d-6dc8");
            response.Data.AuthInfo!.Password.Should().Be("a<b&c");
            response.ServerTransactionId.Should().Be("MTR_1");
            response.ReadDiagnostics.Select(d => (d.Fault, d.Path)).Should().Equal((EppReadFault.Misplaced, "epp/response/result"), (EppReadFault.Misplaced, "epp/response/trID/clTRID"));
        },
        ["11-empty-queue-without-id/empty.xml"] = async pool => (await pool.PollAsync()).Should().BeNull(),
        ["11-empty-queue-without-id/ack.xml"] = pool => RefusalAsync(pool, 2303, new PollAcknowledge("7")),
        ["11-empty-queue-without-id/first.xml"] = async pool => await AcknowledgeAsync(pool, (await pool.PollAsync())!, "cabd78dd-0001"),
        ["12-refusal-with-hollow-data/info.xml"] = pool => RefusalAsync(pool, 2303, new DomainInfo("a.test")),
        ["12-refusal-with-hollow-data/renew.xml"] = pool => RefusalAsync(pool, 2306, new DomainRenew("a.test", new DateOnly(2027, 1, 1), 1)),
        ["12-refusal-with-hollow-data/info-empties.xml"] = async pool =>
        {
            var info = (await pool.SendAsync(new DomainInfo("example.test"))).Data;
            info.ExpiryDate.Should().Be(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
            info.Statuses.Should().ContainSingle().Which.Status.Value.Should().Be("Granted");
        },
        ["12-refusal-with-hollow-data/info-empty-dates.xml"] = async pool =>
        {
            var info = (await pool.SendAsync(new DomainInfo("example.test"))).Data;
            (info.UpdatedDate, info.ExpiryDate).Should().Be((null, null));
            info.UnknownElements.Select(e => e.LocalName).Should().Contain(["upDate", "exDate"]);
        },
        ["13-transaction-ids-left-out/no-trid.xml"] = pool => RefusalAsync(pool, 2306, Update),
        ["13-transaction-ids-left-out/no-svtrid.xml"] = async pool => (await pool.SendAsync(Update)).Code.Should().Be(EppResultCode.Success),
        ["13-transaction-ids-left-out/empty-cltrid.xml"] = async pool => (await pool.SendAsync(Update)).ServerTransactionId.Should().Be("S-1"),
        ["13-transaction-ids-left-out/outside.xml"] = async pool => (await RefusalAsync(pool, 2001, Update)).ServerTransactionId.Should().Be("ccReg-45"),
        ["15-hello-answered-with-a-response/hello.xml"] = async pool =>
        {
            await using var session = await pool.RentAsync();
            await Client.FailureOf<EppProtocolException>(() => session.HelloAsync());
        },
    };

    /// <summary>The cases with more than one response, and the tests that cover them.</summary>
    private static readonly Dictionary<string, string[]> Scenarios = new(StringComparer.Ordinal)
    {
        ["14-greeting-only-after-hello"] = [nameof(HostileServers.GreetingTests.HelloFirst_sends_a_hello_and_opens_the_session), nameof(HostileServers.GreetingTests.Timeout_waiting_for_the_greeting_suggests_HelloFirst)],
        ["15-hello-answered-with-a-response"] = [nameof(MalformedResponseTests.Keep_alive_response_other_than_a_greeting_keeps_the_session)],
        ["17-ipv6-path-drops-the-handshake"] = ["EppClient.Tests: TcpDialerTests"],
        ["18-renegotiation-for-the-certificate"] = [nameof(Certificate_is_sent_when_requested_after_the_handshake)],
        ["19-server-without-secure-renegotiation"] = [nameof(OldServerTests.Server_without_secure_renegotiation_is_reported)],
        ["20-encrypted-pem-of-old"] = ["EppClient.Tests: ClientCertificateFileTests"],
        ["23-intermediate-not-sent"] = [nameof(ServerCertificateTests.Missing_intermediate_certificate_is_distinguished_from_an_unknown_root), nameof(ServerCertificateTests.Intermediate_certificate_can_be_configured_with_the_root)],
        ["29-extension-not-accredited"] = [nameof(Setting_excludes_an_extension_from_the_login)],
        ["36-wrapper-adds-an-element"] = ["EppClient.SchemaGenerator.Tests: Conformance.CorpusTests"],
    };

    private static IEppCommand Update => new DomainUpdate("a.test") { Change = new DomainChange { Registrant = "C-1" } };

    public static TheoryData<string> Files => [.. Ends.Keys];

    [SkippableFact]
    public void Every_case_has_an_expected_result()
    {
        SkipIfAbsent();
        var files = Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));

        files.Where(file => !file.StartsWith("36-", StringComparison.Ordinal)).Should().BeEquivalentTo(Ends.Keys);
        Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!)
            .Should().BeSubsetOf(Ends.Keys.Select(file => file[..file.IndexOf('/', StringComparison.Ordinal)]).Concat(Scenarios.Keys));
    }

    [SkippableTheory(Timeout = 30_000)]
    [MemberData(nameof(Files))]
    public async Task File_has_the_expected_result(string file)
    {
        SkipIfAbsent();
        var document = await File.ReadAllTextAsync(Path.Combine(Folder, file));
        await using var server = HostileServer.Start(connection => ServeAsync(connection, document));
        await using var pool = Client.For(server);

        await Ends[file](pool);

        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [SkippableTheory(Timeout = 30_000)]
    [InlineData("01-control-character/poll.xml", "M-77")]
    [InlineData("01-control-character/poll-ref.xml", "M-77")]
    [InlineData("08-cdata-and-basic-zone/poll.xml", "100")]
    [InlineData("11-empty-queue-without-id/first.xml", "cabd78dd-0001")]
    public async Task Consumer_acknowledges_the_message(string file, string id)
    {
        SkipIfAbsent();
        var document = await File.ReadAllTextAsync(Path.Combine(Folder, file));
        List<string> acknowledged = [];
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync(Wire.GreetingOfAll);
            string request;
            do
            {
                request = await connection.ReceiveAsync();
                if (request.Contains("op=\"ack\"", StringComparison.Ordinal))
                {
                    acknowledged.Add(request);
                }

                await connection.SendAsync(!request.Contains("op=\"req\"", StringComparison.Ordinal) ? Wire.ResponseTo(request)
                    : acknowledged.Count > 0 ? Wire.Response(1300, Wire.TransactionOf(request))
                    : document.Replace("{clTRID}", Wire.TransactionOf(request), StringComparison.Ordinal));
            }
            while (!request.Contains("<logout", StringComparison.Ordinal));
        });
        await using var pool = Client.For(server);

        await new EppPollConsumer(pool, new EppMemoryPollInbox(), EppPollConsumerOptions.For(pool)).DrainAsync((_, _) => Task.CompletedTask);

        acknowledged.Should().ContainSingle().Which.Should().Contain($"msgID=\"{id}\"");
        server.Connections.Should().Be(1);
    }

    [SkippableFact(Timeout = 30_000)]
    public async Task Certificate_is_sent_when_requested_after_the_handshake()
    {
        Skip.IfNot(OpenSslServer.IsInstalled, "The openssl program is not installed.");
        await using var server = await OpenSslServer.StartRenegotiatingAsync(TestAuthority.Shared, TestAuthority.Shared.Root);
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = "localhost",
            Port = server.Port,
            ClientId = "REG-1",
            Password = "not-a-secret",
            Tls = new EppTlsOptions
            {
                TrustedRoots = [TestAuthority.Shared.Root],
                ClientCertificate = EppClientCertificate.FromCertificate(TestAuthority.Shared.ClientCertificate(), TestAuthority.Shared.Intermediate),
            },
        });
        var call = pool.SendAsync(Update);

        await server.ReadUntilAsync("CIPHER is");
        await server.WriteAsync(HostileConnection.Frame(Wire.Greeting));
        var login = await server.ReadUntilAsync("</epp>");
        await server.RenegotiateAsync();
        await server.WriteAsync(HostileConnection.Frame(Wire.Success(login)));
        var update = await server.ReadUntilAsync("</epp>");
        await server.WriteAsync(HostileConnection.Frame(Wire.Success(update)));

        (await call).Code.Should().Be(EppResultCode.Success);
        server.Errors.Should().Contain("CN = registrar");
    }

    [Fact(Timeout = 30_000)]
    public async Task Setting_excludes_an_extension_from_the_login()
    {
        const string Reason = "Not accredited for DNSSEC";
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(EppNamespaces.SecDns),
            request => request.Contains("<login", StringComparison.Ordinal) && request.Contains(EppNamespaces.SecDns, StringComparison.Ordinal)
                ? Wire.Response(2305, Wire.TransactionOf(request)).Replace("<msg>Text</msg>", $"<msg>{Reason}</msg>", StringComparison.Ordinal)
                : null);
        await using (var refused = registry.Connect(o => o))
        {
            (await Client.FailureOf(() => refused.CheckAsync("a.example"))).Message.Should().ContainAll(Reason, "2305");
        }

        await using var pool = registry.Connect(o => o with { Profile = o.Profile with { NeverAnnounce = [EppNamespaces.SecDns] } });
        await pool.CheckAsync("a.example");
    }

    private static void SkipIfAbsent() => Skip.IfNot(Directory.Exists(Folder), "The field cases are not available on this machine.");

    private static async Task MessageWithAFaultAsync(EppSessionPool pool)
    {
        var message = (await pool.PollAsync())!;
        message.XmlFault!.ToString().Should().Contain("U+000C");
        Encoding.UTF8.GetString(message.Response.Document!.Value.Span).Should().Contain("Floor 2");
        await AcknowledgeAsync(pool, message, "M-77");
    }

    private static async Task AcknowledgeAsync(EppSessionPool pool, PollMessage message, string id)
    {
        message.Id.Should().Be(id);
        await pool.AcknowledgeAsync(message);
    }

    private static async Task<EppResponse> RefusalAsync(EppSessionPool pool, int code, IEppCommand command)
    {
        var refusal = await Client.FailureOf<EppCommandException>(() => pool.SendAsync(command));
        refusal.Code.Value.Should().Be(code);
        return refusal.Response;
    }

    /// <summary>Responds to the first message with the document, and to all others normally.</summary>
    private static async Task ServeAsync(HostileConnection connection, string document)
    {
        await connection.OpenAsync(Wire.GreetingOfAll);
        var request = await connection.ReceiveAsync();
        await connection.SendAsync(document.Replace("{clTRID}", Wire.TransactionOf(request), StringComparison.Ordinal));
        await connection.RespondToAllAsync();
    }
}
