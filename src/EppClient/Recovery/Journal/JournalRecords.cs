using System.Collections.Concurrent;
using EppClient.Protocol;
using EppClient.Sessions;
using EppClient.Transport;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Recovery;

/// <summary>Creates the records of one pool, for all its journals, and tracks which belong to commands in flight in this process.</summary>
internal sealed class JournalRecords(EppOptions options, EppSchemaSet schemas, GreetingMonitor greetings, TimeProvider time, ILogger logger)
{
    // Shared by all pools: several may share a journal, and a command in flight in one of them is not abandoned.
    private static readonly ConcurrentDictionary<string, Origin> Known = new(StringComparer.Ordinal);

    private readonly EppXmlDialect _dialect = options.Profile.DialectWith(options.Profile.OlderVersions, []);
    private readonly SecretRemover _secrets = new(schemas);

    /// <summary>The account and server that the commands are sent with.</summary>
    public string Account { get; } = options.Account;

    /// <inheritdoc cref="GreetingMonitor.RegistryTime"/>
    public DateTimeOffset? RegistryTime => greetings.RegistryTime;

    /// <summary>Background work that no caller awaits.</summary>
    public BackgroundWork Background { get; } = new(logger);

    public PoolJournal KeepIn(IEppCommandJournal journal) => new(journal, this, time, logger);

    public string NewId()
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        Known[id] = new Origin(this, time, null);
        return id;
    }

    /// <summary>Called when the response to a command of this pool is lost; its caller may reconcile it until the pool ends.</summary>
    public void Lost(string id, Task<long> gone) => Known[id] = new Origin(this, time, gone);

    public static void Forget(string id) => Known.TryRemove(id, out _);

    public bool IsLeftBehind(EppJournalRecord record) => record.Account == Account && !(Known.TryGetValue(record.Id, out var origin) && origin.Pool is not null);

    /// <summary>
    /// The time from which on no more bytes of a recorded command can reach the registry. If another process sent it, that process has ended,
    /// but its operating system may continue to send for a while, counted from when this process first read the record. So neither the clock of
    /// another machine nor an adjustable clock is needed.
    /// </summary>
    public Task<long> GoneOf(EppJournalRecord record)
    {
        var seen = time.GetTimestamp() + (long)(TcpDialer.AcknowledgementTimeout.TotalSeconds * time.TimestampFrequency);
        var origin = Known.GetOrAdd(record.Id, static (_, first) => new Origin(null, first.time, Task.FromResult(first.seen)), (time, seen));
        return origin.Gone is { } gone && origin.Time == time ? gone : Task.FromResult(seen);
    }

    public EppJournalRecord Make(string id, TransformAttempt attempt) => new()
    {
        Id = id,
        Account = Account,
        ClientTransactionId = attempt.TransactionId,
        WrittenAt = attempt.WrittenAt,
        RegistryTime = greetings.RegistryTime,
        Command = CommandNames.Of(attempt.Command),
        Message = _secrets.Remove(attempt.Request, _dialect),
    };

    /// <summary>Called when the pool and its commands have ended: other pools may then reconcile its records.</summary>
    /// <param name="timeout">How long to wait for completions in progress.</param>
    public async ValueTask EndAsync(TimeSpan timeout)
    {
        try
        {
            await Background.WhenEnded().WaitAsync(timeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The records remain, so the commands are reconciled once more.
        }

        foreach (var (id, origin) in Known)
        {
            if (origin.Pool != this)
            {
                continue;
            }

            if (origin.Gone is null)
            {
                Forget(id);
            }
            else
            {
                Known[id] = origin with { Pool = null };
            }
        }
    }

    /// <summary>The state of a record in this process.</summary>
    /// <param name="Pool">The pool that has the command in flight; null if none has.</param>
    /// <param name="Time">The clock of <paramref name="Gone"/>.</param>
    /// <param name="Gone">When no more bytes of the command can reach the registry; null while that is not known.</param>
    private sealed record Origin(JournalRecords? Pool, TimeProvider Time, Task<long>? Gone);
}
