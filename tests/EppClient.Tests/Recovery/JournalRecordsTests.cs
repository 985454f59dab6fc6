using EppClient.Protocol;
using EppClient.Recovery;
using EppClient.Xml;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Recovery;

/// <summary>The records of one pool, from writing until the end of the pool.</summary>
public sealed class JournalRecordsTests
{
    private static readonly EppOptions Options = new() { Host = "epp.example", ClientId = "REG-1", Password = "Geheim-1" };
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly SlowJournal _journal = new();
    private readonly JournalRecords _records;

    public JournalRecordsTests() => _records = new JournalRecords(
        Options,
        new EppSchemaSet(Options.Profile.Schemas),
        new GreetingMonitor(Options.Profile, Options.Observability.MaxClockSkew, null, _time, NullLogger.Instance),
        _time,
        NullLogger.Instance);

    [Fact(Timeout = 30_000)]
    public async Task Pool_ends_after_completions_in_progress()
    {
        Complete();

        var ending = _records.EndAsync(MaxWait).AsTask();

        ending.IsCompleted.Should().BeFalse();
        _journal.Settling.SetResult();
        await ending;
    }

    [Fact(Timeout = 30_000)]
    public async Task Pool_waits_for_a_slow_journal_up_to_the_maximum_wait()
    {
        Complete();

        var ending = _records.EndAsync(MaxWait).AsTask();
        _time.Advance(MaxWait);

        await ending;
    }

    private void Complete() => _records.KeepIn(_journal).Complete(_records.NewId());

    private sealed class SlowJournal : IEppCommandJournal
    {
        public TaskCompletionSource Settling { get; } = new();

        public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken) => new(Settling.Task);

        public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>([]);
    }
}
