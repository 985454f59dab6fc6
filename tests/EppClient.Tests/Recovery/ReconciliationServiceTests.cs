using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Recovery;
using EppClient.Sessions;
using EppClient.Xml;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Recovery;

/// <summary>When the registry is queried about a command whose response was lost, and what happens to its record.</summary>
public sealed class ReconciliationServiceTests
{
    private static readonly EppOptions Options = new() { Host = "epp.example", ClientId = "REG-1", Password = "Geheim-1" };
    private static readonly TimeSpan SettlingTime = Options.Profile.ReconciliationDelay;
    private static readonly EppSchemaSet Schemas = new(Options.Profile.Schemas);

    private readonly FakeTimeProvider _time = new(FakeRegistryQueries.WrittenAt);
    private readonly EppMemoryJournal _journal = new();
    private readonly FakeRegistryQueries _registry = new();
    private readonly JournalRecords _records;
    private readonly ReconciliationService _reconciliation;

    public ReconciliationServiceTests()
    {
        var greetings = new GreetingMonitor(Options.Profile, Options.Observability.MaxClockSkew, null, _time, NullLogger.Instance);
        _records = new JournalRecords(Options, Schemas, greetings, _time, NullLogger.Instance);
        _reconciliation = new ReconciliationService(Options, Schemas, _records, _time, NullLogger.Instance);
    }

    [Fact]
    public async Task NotApplied_is_reported_after_a_repeated_query_after_the_reconciliation_delay()
    {
        var unsettled = await LoseAsync();
        _registry.Respond(1000, Domain()).Respond(1000, Domain());

        var reconciling = unsettled.ReconcileAsync();
        _time.Advance(SettlingTime - TimeSpan.FromMilliseconds(1));
        _registry.Asked.Should().ContainSingle();
        reconciling.IsCompleted.Should().BeFalse("the registry may still execute the command");
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await reconciling).Status.Should().Be(EppReconciliationStatus.NotApplied);
        _registry.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Registry_is_queried_once_if_the_reconciliation_delay_has_passed()
    {
        var unsettled = await LoseAsync();
        _time.Advance(SettlingTime);
        _registry.Respond(1000, Domain());

        (await unsettled.ReconcileAsync()).Status.Should().Be(EppReconciliationStatus.NotApplied);
    }

    [Theory]
    [InlineData(2303, EppReconciliationStatus.Applied, 0)]
    [InlineData(2400, EppReconciliationStatus.Indeterminate, 1)]
    public async Task Record_is_completed_when_the_outcome_is_known(int code, EppReconciliationStatus status, int left)
    {
        var unsettled = await LoseAsync();
        _time.Advance(SettlingTime);
        _registry.Respond(code);

        (await unsettled.ReconcileAsync()).Status.Should().Be(status);

        (await _journal.ReadIncompleteAsync(default)).Should().HaveCount(left);
    }

    [Theory]
    [InlineData(2303, true)]
    [InlineData(2400, false)]
    public async Task Record_without_a_journal_is_removed_when_the_outcome_is_known(int code, bool isForgotten)
    {
        await LoseAsync();
        _time.Advance(SettlingTime);
        var record = (await _journal.ReadIncompleteAsync(default)).Should().ContainSingle().Subject;
        _registry.Respond(code);

        await _reconciliation.CreateIndeterminate(record, journal: null, _registry)!.ReconcileAsync();

        _records.IsLeftBehind(record).Should().Be(isForgotten);
    }

    private static DomainInfoResult Domain() => new() { Name = "a.example", Roid = "D1-X", SponsoringClientId = "REG-1" };

    private async Task<EppIndeterminateCommand> LoseAsync()
    {
        var attempt = new TransformAttempt(new DomainDelete("a.example"), "C-1", Deadline.None, _records.KeepIn(_journal), _time);
        attempt.Begin();
        attempt.AboutToSend(null!, MessageWriter.Command(attempt.Command, EppXmlDialect.Standard, "C-1"));
        await attempt.RecordAsync(default);
        attempt.Failed(new EppConnectionException("cut", EppDelivery.MaybeSent));
        return _reconciliation.CreateIndeterminate(attempt, _registry);
    }
}
