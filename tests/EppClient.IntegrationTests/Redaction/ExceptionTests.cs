using EppClient.Bulk;
using EppClient.Commands;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;
using EppClient.Polling;

namespace EppClient.IntegrationTests.Redaction;

/// <summary>Every exception type, provoked with secrets that it could show.</summary>
[Trait("Failure", "21")]
public sealed class ExceptionTests
{
    private const string Secret = "PLANT900001X";

    private const string Echo = $"<value><pw>{Secret}</pw></value><extValue><value><pw>{Secret}</pw></value><reason>No</reason></extValue>";

    private static readonly Dictionary<Type, Func<Task>> Provocations = new()
    {
        [typeof(EppAuthenticationException)] = () => AgainstAsync(request => Is(request, "login") ? ServiceRegistry.Respond(request, 2200, inResult: Echo) : null),
        [typeof(EppCommandException)] = () => AgainstAsync(request => Is(request, "create") ? ServiceRegistry.Respond(request, 2005, inResult: Echo) : null),
        [typeof(EppProtocolException)] = () => AgainstAsync(request => Is(request, "info") ? $"<epp><pw>{Secret}</pw>" : null, command: Info()),
        [typeof(EppNegotiationException)] = () => AgainstAsync(_ => null, options => options with { Login = options.Login with { Security = EppLoginSecurity.Required } }),
        [typeof(EppValidationException)] = () => AgainstAsync(_ => null, command: new ContactCreate
        {
            Id = "H-1",
            PostalInfo = [],
            Voice = Secret,
            Email = Secret,
            AuthInfo = ContactAuthInfo.FromPassword(Secret),
        }),
        [typeof(EppOptionsException)] = () => AgainstAsync(_ => null, options => options with { Password = Secret, Port = 0 }),
        [typeof(EppSessionLimitException)] = () => AgainstAsync(request => Is(request, "login") ? ServiceRegistry.Respond(request, 2502, inResult: Echo) : null),
        [typeof(EppConnectionException)] = () => AgainstServerAsync(Info(), ResetAsync),
        [typeof(EppTimeoutException)] = () => AgainstServerAsync(Create(), connection => connection.StallAsync()),
        [typeof(EppOutcomeUnknownException)] = () => AgainstServerAsync(Create(), ResetAsync),
        [typeof(EppOutcomeUnknownCanceledException)] = CancelAsync,
        [typeof(EppNotAppliedException)] = ReconcileAsync,
        [typeof(EppJournalException)] = DamageJournalAsync,
        [typeof(EppPollConflictException)] = HandleTwiceAsync,
        [typeof(EppUnreadableMemberException)] = ReadMemberAsync,
        [typeof(EppUnreadableMessageException)] = DrainAsync,
        [typeof(EppClientCertificateException)] = () => Task.FromResult(EppClientCertificate.FromPem(Secret, Secret, Secret)),
        [typeof(EppBulkException)] = () => RunJobAsync(_ => null, EppBulkRow.FromColumns(string.Empty, KeyValuePair.Create("domain", Secret))),
        [typeof(EppBulkStoppedException)] = () => RunJobAsync(
            request => Is(request, "login") ? ServiceRegistry.Respond(request, 2200, inResult: Echo) : null, EppBulkRow.FromColumns("1", KeyValuePair.Create("domain", "a.example"))),
        [typeof(EppBulkRowException)] = () => Task.FromResult(EppBulkRow.FromColumns("1", KeyValuePair.Create("token", Secret)).Column("domain")),
    };

    // Thrown by callers, who provide the text.
    private static readonly Type[] OfCallers = [typeof(EppDeadLetterException)];

    public static TheoryData<Type> Kinds => [.. Provocations.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task No_exception_shows_a_secret(Type kind)
    {
        var failure = await Record.ExceptionAsync(Provocations[kind]);

        failure.Should().BeOfType(kind, failure?.ToString());
        failure!.ToString().Should().NotContain(Secret);
        failure.Data.Values.Cast<object?>().Select(value => value?.ToString()).Should().NotContain(text => text!.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_exception_type_is_tested() =>
        typeof(EppException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract)
            .Except(OfCallers)
            .Should().BeSubsetOf(Provocations.Keys, "a new exception type needs a test here");

    private static bool Is(string request, string verb) => request.Contains($"<{verb}", StringComparison.Ordinal);

    private static DomainInfo Info() => new("a.example") { AuthInfo = DomainAuthInfo.FromPassword(Secret) };

    private static DomainCreate Create() => new() { Name = "a.example", AuthInfo = DomainAuthInfo.FromPassword(Secret) };

    private static async Task AgainstAsync(Func<string, string?> response, Func<EppOptions, EppOptions>? change = null, IEppCommand? command = null)
    {
        await using var registry = new ServiceRegistry(Wire.Greeting, response);
        await using var pool = registry.Connect(options => (change?.Invoke(options) ?? options) with { Password = Secret });
        await pool.SendAsync(command ?? Create());
    }

    private static async Task ReadMemberAsync()
    {
        const string Data = $"""
            <resData><d:infData xmlns:d="urn:ietf:params:xml:ns:domain-1.0"><d:name>a.example</d:name><d:clID>C</d:clID><d:exDate>{Secret}</d:exDate>
            <d:authInfo><d:pw>{Secret}</d:pw></d:authInfo></d:infData></resData>
            """;
        await using var registry = new ServiceRegistry(Wire.Greeting, request => Is(request, "info") ? Wire.Response(1000, Wire.TransactionOf(request), Data) : null);
        await using var pool = registry.Connect(options => options with { Password = Secret });
        _ = (await pool.SendAsync(Info())).Data.Roid;
    }

    private static async Task DrainAsync()
    {
        await using var registry = new ServiceRegistry(Wire.Greeting, request => Is(request, "poll") ? $"<html><body>{Secret}<br></body></html>" : null);
        await using var pool = registry.Connect(options => options with { Password = Secret });
        await new EppPollConsumer(pool, new EppMemoryPollInbox(), EppPollConsumerOptions.For(pool) with { MaxTries = 1 }).DrainAsync((_, _) => Task.CompletedTask);
    }

    private static async Task RunJobAsync(Func<string, string?> response, params EppBulkRow[] rows)
    {
        await using var registry = new ServiceRegistry(Wire.Greeting, response);
        await using var pool = registry.Connect(options => options with { Password = Secret });
        var job = new EppBulkJob(pool, new EppMemoryBulkStore(), EppBulkTasks.CheckDomains(EppProfiles.Standard));
        await job.RunAsync(rows.ToAsyncEnumerable());
    }

    private static async Task HandleTwiceAsync()
    {
        var inbox = new EppMemoryPollInbox();
        var key = new EppPollKey("REG-1@epp.example:700", "17", DateTimeOffset.UnixEpoch);
        await inbox.ReceiveAsync(key, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await using var first = await inbox.BeginAsync(key, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await using var second = await inbox.BeginAsync(key, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await first.CommitAsync(CancellationToken.None);
        await second.CommitAsync(CancellationToken.None);
    }

    private static async Task AgainstServerAsync(IEppCommand command, Func<HostileConnection, Task> script)
    {
        await using var server = HostileServer.Start(script);
        await using var pool = Client.For(server, options => options with { Password = Secret });
        await pool.SendAsync(command, new EppSendOptions { Timeout = Client.Short });
    }

    /// <summary>Cancels the call after the registry has received the command.</summary>
    private static async Task CancelAsync()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            await connection.ReceiveAsync();
            await cancellation.CancelAsync();
            await connection.StallAsync();
        });
        await using var pool = Client.For(server);
        await pool.SendAsync(Create(), cancellation.Token);
    }

    /// <summary>Loses the response on a rented session; the registry then responds that the domain does not exist.</summary>
    private static async Task ReconcileAsync()
    {
        await using var server = HostileServer.Start(ResetAsync, async connection =>
        {
            await connection.OpenAsync();
            while (await connection.ReceiveAsync() is var request)
            {
                await connection.SendAsync(Is(request, "info") ? ServiceRegistry.Respond(request, 2303, inResult: Echo) : Wire.ResponseTo(request));
            }
        });
        await using var pool = Client.For(server, options => options with
        {
            Recovery = options.Recovery with { Reconciliation = EppReconciliationMode.Automatic },
            Profile = options.Profile with { ReconciliationDelay = TimeSpan.Zero },
            Pool = options.Pool with { MaxSessions = 2 },
        });
        await using var session = await pool.RentAsync();
        await session.SendAsync(Create());
    }

    /// <summary>Opens a journal with an invalid line that is not the last one.</summary>
    private static async Task DamageJournalAsync()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(path, [Secret, Secret]);
            await using var journal = EppFileJournal.Open(path);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".lock");
        }
    }

    private static async Task ResetAsync(HostileConnection connection)
    {
        await connection.OpenAsync();
        await connection.ReceiveAsync();
        connection.Reset();
    }
}
