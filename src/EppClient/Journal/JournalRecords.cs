using System.Collections.Concurrent;
using EppClient.Protocol;
using EppClient.Sessions;
using EppClient.Transport;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient;

/// <summary>Makes the records of one pool, for all journals that it uses, and knows which are of commands still under way in this process.</summary>
internal sealed class JournalRecords(EppOptions options, EppSchemaSet schemas, GreetingWatch greetings, TimeProvider time, ILogger logger)
{
    // Of all pools: several may share a journal, and what one of them has under way is not left behind for another.
    private static readonly ConcurrentDictionary<string, Origin> Known = new(StringComparer.Ordinal);

    private readonly EppXmlDialect _dialect = options.Profile.DialectWith(options.Profile.OlderVersions, []);
    private readonly SecretRemover _secrets = new(schemas);

    /// <summary>Which login at which server sends the commands.</summary>
    public string Account { get; } = FormattableString.Invariant($"{options.ClientId}@{options.Host}:{options.Port}");

    /// <summary>What goes on when nobody waits for it.</summary>
    public BackgroundWork Background { get; } = new(logger);

    public JournalKeeper KeepIn(IEppCommandJournal journal) => new(journal, this, time, logger);

    public string NewId()
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        Known[id] = new Origin(this, time, null);
        return id;
    }

    /// <summary>The answer of a command of this pool is lost; it is its caller's to ask about, until the pool ends.</summary>
    public void Lost(string id, Task<long> gone) => Known[id] = new Origin(this, time, gone);

    public static void Forget(string id) => Known.TryRemove(id, out _);

    public bool IsLeftBehind(EppJournalRecord record) => record.Account == Account && !(Known.TryGetValue(record.Id, out var origin) && origin.Pool is not null);

    /// <summary>
    /// The moment from which on the registry has all of a recorded command that it will ever get. Where another process sent it: that is
    /// over now, but its system may go on sending for a while, which is counted from when the record was first seen here. So no clock of
    /// another machine is needed, and none that can be set.
    /// </summary>
    public Task<long> GoneOf(EppJournalRecord record)
    {
        var seen = time.GetTimestamp() + (long)(TcpDialer.AcknowledgementTimeout.TotalSeconds * time.TimestampFrequency);
        var origin = Known.GetOrAdd(record.Id, static (_, first) => new Origin(null, first.time, Task.FromResult(first.seen)), (time, seen));
        return origin.Gone is { } gone && origin.Time == time ? gone : Task.FromResult(seen);
    }

    public EppJournalRecord Make(string id, CommandAttempt attempt) => new()
    {
        Id = id,
        Account = Account,
        ClientTransactionId = attempt.TransactionId,
        WrittenAt = attempt.WrittenAt,
        RegistryTime = greetings.RegistryTime,
        Command = CommandNames.Of(attempt.Command),
        Message = _secrets.Remove(attempt.Request, _dialect),
    };

    /// <summary>The pool has ended, and with it all that it had under way: what it has left may be taken up by others.</summary>
    /// <param name="patience">How long settlements that are under way are waited for.</param>
    public async ValueTask EndAsync(TimeSpan patience)
    {
        try
        {
            await Background.WhenEnded().WaitAsync(patience, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The records stay, so that the commands are reconciled once more.
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

    /// <summary>What this process knows of a record.</summary>
    /// <param name="Pool">Which pool has the command under way; null where none has.</param>
    /// <param name="Time">The clock of <paramref name="Gone"/>.</param>
    /// <param name="Gone">When the registry has all of the command that it will ever get; null while that is not known.</param>
    private sealed record Origin(JournalRecords? Pool, TimeProvider Time, Task<long>? Gone);
}
