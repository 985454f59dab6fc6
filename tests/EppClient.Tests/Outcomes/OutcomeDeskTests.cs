using EppClient.Commands.Domain;
using EppClient.Protocol;
using EppClient.Sessions;
using EppClient.Tests.Reconciliation;
using EppClient.Xml;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Outcomes;

/// <summary>When the registry is asked about a command whose response was lost, and what becomes of its record.</summary>
public sealed class OutcomeDeskTests
{
    private static readonly EppOptions Options = new() { Host = "epp.example", ClientId = "REG-1", Password = "Geheim-1" };
    private static readonly TimeSpan SettlingTime = Options.Profile.SettlingTime;
    private static readonly EppSchemaSet Schemas = new(Options.Profile.Schemas);

    private readonly FakeTimeProvider _time = new(Questions.WrittenAt);
    private readonly EppMemoryJournal _journal = new();
    private readonly Questions _registry = new();
    private readonly JournalRecords _records;
    private readonly OutcomeDesk _desk;

    public OutcomeDeskTests()
    {
        var greetings = new GreetingWatch(Options.Profile, Options.MaxClockSkew, null, _time, NullLogger.Instance);
        _records = new JournalRecords(Options, Schemas, greetings, _time, NullLogger.Instance);
        _desk = new OutcomeDesk(Options, Schemas, _records, _time, NullLogger.Instance);
    }

    [Fact]
    public async Task Not_applied_is_said_when_the_registry_is_asked_again_after_the_settling_time()
    {
        var unsettled = await LoseAsync();
        _registry.Respond(1000, Domain()).Respond(1000, Domain());

        var reconciling = unsettled.ReconcileAsync();
        _time.Advance(SettlingTime - TimeSpan.FromMilliseconds(1));
        _registry.Asked.Should().ContainSingle();
        reconciling.IsCompleted.Should().BeFalse("the registry may still carry the command out");
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await reconciling).Verdict.Should().Be(EppReconciliationVerdict.NotApplied);
        _registry.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Registry_is_asked_once_when_the_settling_time_has_passed()
    {
        var unsettled = await LoseAsync();
        _time.Advance(SettlingTime);
        _registry.Respond(1000, Domain());

        (await unsettled.ReconcileAsync()).Verdict.Should().Be(EppReconciliationVerdict.NotApplied);
    }

    [Theory]
    [InlineData(2303, EppReconciliationVerdict.Applied, 0)]
    [InlineData(2400, EppReconciliationVerdict.CannotTell, 1)]
    public async Task Record_is_settled_when_the_outcome_is_known(int code, EppReconciliationVerdict verdict, int left)
    {
        var unsettled = await LoseAsync();
        _time.Advance(SettlingTime);
        _registry.Respond(code);

        (await unsettled.ReconcileAsync()).Verdict.Should().Be(verdict);

        (await _journal.ReadUnsettledAsync(default)).Should().HaveCount(left);
    }

    [Theory]
    [InlineData(2303, true)]
    [InlineData(2400, false)]
    public async Task Record_without_a_journal_is_forgotten_when_the_outcome_is_known(int code, bool isForgotten)
    {
        await LoseAsync();
        _time.Advance(SettlingTime);
        var record = (await _journal.ReadUnsettledAsync(default)).Should().ContainSingle().Subject;
        _registry.Respond(code);

        await _desk.Unsettled(record, journal: null, _registry)!.ReconcileAsync();

        _records.IsLeftBehind(record).Should().Be(isForgotten);
    }

    private static DomainInfoResult Domain() => new() { Name = "a.example", Roid = "D1-X", SponsoringClientId = "REG-1" };

    private async Task<EppUnsettledCommand> LoseAsync()
    {
        var attempt = new TransformAttempt(new DomainDelete("a.example"), "C-1", Deadline.None, _records.KeepIn(_journal), _time);
        attempt.Begin();
        attempt.AboutToSend(null!, MessageWriter.Command(attempt.Command, EppXmlDialect.Standard, "C-1"));
        await attempt.RecordAsync(default);
        attempt.Failed(new EppConnectionException("cut", EppDelivery.MaybeSent));
        return _desk.Unsettled(attempt, _registry);
    }
}
