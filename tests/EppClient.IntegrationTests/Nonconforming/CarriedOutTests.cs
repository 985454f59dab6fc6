using System.Text;
using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.IntegrationTests.CommandLine;
using EppClient.IntegrationTests.Corpus;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>Completed commands whose responses lack data that the library reads: the caller learns that the commands were completed.</summary>
public sealed class CarriedOutTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private static readonly DkNewIndividual Person = new()
    {
        Name = "Bo Nielsen",
        Email = "bo@eksempel.dk",
        Voice = "20 20 20 20",
        Address = new ContactAddress { StreetLines = ["Testvej 2"], City = "Odense", PostalCode = "5000", CountryCode = "DK" },
    };

    [Theory]
    [InlineData("<c:crDate>soon</c:crDate>")]
    [InlineData("<c:crDate/>")]
    [InlineData("")]
    public async Task Contact_with_an_unreadable_creation_date_has_its_handle(string date)
    {
        var created = await Registrar($"<resData><c:creData xmlns:c='{EppNamespaces.Contact}'><c:id>BN1-DK</c:id>{date}</c:creData></resData>").CreateContactAsync(Person);

        created.Id.Should().Be("BN1-DK");
        created.Invoking(c => c.CreatedDate).Should().Throw<EppUnreadableMemberException>();
        created.ToString().Should().Contain("BN1-DK").And.Contain("<unreadable>");
    }

    [Fact]
    public async Task Contact_is_created_if_the_response_has_no_data()
    {
        var created = await Registrar(string.Empty).CreateContactAsync(Person);

        created.Response.Code.Should().Be(EppResultCode.Success);
        created.Invoking(c => c.Id).Should().Throw<InvalidOperationException>();
        created.ToString().Should().Contain("<unreadable>");
    }

    [Fact]
    public async Task Transfer_reports_completion_if_the_domain_cannot_be_read()
    {
        var registrar = Registrar($"<resData><d:infData xmlns:d='{EppNamespaces.Domain}'><d:clID>REG-100001</d:clID></d:infData></resData>");

        var failure = await registrar.Invoking(r => r.TransferAsync("eksempel.dk", "t0ken")).Should().ThrowAsync<InvalidOperationException>();

        failure.WithMessage("*carried out the transfer of eksempel.dk*do not send the command again*").WithInnerException<EppUnreadableMemberException>();
    }

    [Theory]
    [InlineData("<d:name paResult='?'>eksempel.dk</d:name><d:paTRID><clTRID>DK-1</clTRID><svTRID>S-1</svTRID></d:paTRID>")]
    [InlineData("<d:name paResult='1'>eksempel.dk</d:name>")]
    [InlineData("<d:name/><d:paTRID/>")]
    public async Task Unreadable_decision_is_handled_and_acknowledged(string decision)
    {
        var client = new ScriptedClient(command => command is PollRequest
            ? $"<result code='1301'><msg>ok</msg></result><msgQ count='1' id='7'><msg>Domain eksempel.dk</msg></msgQ><resData><d:panData xmlns:d='{EppNamespaces.Domain}'>{decision}</d:panData></resData>"
            : command is PollAcknowledge ? "<result code='1000'><msg>ok</msg></result>" : "<result code='1001'><msg>pending</msg></result>");
        var tracker = await DkPendingActionTracker.OpenAsync(new EppMemoryPendingActionStore());
        var sent = await tracker.TrySendAsync(client, DkDomain.SetAutoRenew("eksempel.dk", autoRenew: false));
        List<DkPollEvent> handled = [];

        await tracker.PollAsync(client, (message, _) =>
        {
            handled.Add(message);
            return Task.CompletedTask;
        });

        handled.Should().ContainSingle();
        client.Sent.OfType<PollAcknowledge>().Should().ContainSingle();
        sent.PendingAction!.Record.ServerTransactionId.Should().BeNull("the response has no transaction ID");
        tracker.PendingActions.Should().ContainSingle("the outcome of the command is unknown");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<d:name>a.example</d:name><d:exDate>soon</d:exDate>")]
    [InlineData("")]
    public async Task Renewal_with_an_unreadable_new_date_is_done(string data)
    {
        await using var server = new ServiceRegistry(Wire.Greeting, request => request.Contains("<renew", StringComparison.Ordinal)
            ? Wire.Response(1000, Wire.TransactionOf(request), $"<resData><d:renData xmlns:d='{EppNamespaces.Domain}'>{data}</d:renData></resData>")
            : null);
        await using var pool = server.Connect(o => o);
        var store = new EppMemoryBulkStore();
        EppBulkRow[] rows = [EppBulkRow.FromColumns("1", new Dictionary<string, string> { ["domain"] = "a.example", ["expires"] = "2027-01-01" })];

        var end = await new EppBulkJob(pool, store, EppBulkTasks.Renew()).RunAsync(rows.ToAsyncEnumerable());

        end.Done.Should().Be(1);
        server.Requests.Count(request => request.Contains("<renew", StringComparison.Ordinal)).Should().Be(1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("<d:name/><d:exDate>soon</d:exDate>", "renew", "eksempel.dk", "--expires", "2027-01-01")]
    [InlineData("<d:status s='ok'/>", "info", "domain", "eksempel.dk")]
    public async Task Console_shows_readable_data_and_read_diagnostics(string data, params string[] args)
    {
        var element = args[0] == "renew" ? "renData" : "infData";
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await connection.SendAsync(Wire.Response(1000, Wire.TransactionOf(await connection.ReceiveAsync()), $"<resData><d:{element} xmlns:d='{EppNamespaces.Domain}'>{data}</d:{element}></resData>"));
            await connection.RespondToAllAsync();
        });

        var outcome = await registry.RunProcessAsync(server.Port, registry.FileOf(server.TrustedRoot.ExportCertificatePem(), ".pem"), registry.Registry.Password, [.. args, "--json"]);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Documents.Single().GetProperty("code").GetInt32().Should().Be(1000);
        outcome.Documents.Single().GetProperty("odd").GetArrayLength().Should().BePositive();
    }

    private static DkRegistrar Registrar(string data) => new(new ScriptedClient(_ => $"<result code='1000'><msg>ok</msg></result>{data}"), "REG-100001");

    /// <summary>Reads responses as a session of the .dk profile does.</summary>
    private sealed class ScriptedClient(Func<IEppCommand, string> response) : IEppClient
    {
        public List<IEppCommand> Sent { get; } = [];

        public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
        {
            Sent.Add(command);
            var content = DkWire.ReadResponse(Encoding.UTF8.GetBytes(RegistryQuirks.Document($"<response>{response(command)}</response>")));
            return Task.FromResult(new EppResponse(content, pending: null));
        }
    }
}
