using System.Collections.Concurrent;
using EppClient.Protocol;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient;

/// <summary>Makes the records of one pool, for all journals that it uses, and knows which are of commands still under way here.</summary>
internal sealed class JournalRecords(EppOptions options, EppSchemaSet schemas, TimeProvider time, ILogger logger)
{
    private readonly EppXmlDialect _dialect = options.Profile.DialectWith(options.Profile.OlderVersions, []);
    private readonly SecretRemover _secrets = new(schemas);
    private readonly ConcurrentDictionary<string, bool> _own = new(StringComparer.Ordinal);

    /// <summary>Which login at which server sends the commands.</summary>
    public string Account { get; } = FormattableString.Invariant($"{options.ClientId}@{options.Host}:{options.Port}");

    public JournalKeeper KeepIn(IEppCommandJournal journal) => new(journal, this, time, logger);

    public string NewId()
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        _own[id] = true;
        return id;
    }

    public void Forget(string id) => _own.TryRemove(id, out _);

    public bool IsLeftBehind(EppJournalRecord record) => record.Account == Account && !_own.ContainsKey(record.Id);

    public EppJournalRecord Make(string id, CommandAttempt attempt) => new()
    {
        Id = id,
        Account = Account,
        ClientTransactionId = attempt.TransactionId,
        WrittenAt = attempt.WrittenAt,
        Command = CommandNames.Of(attempt.Command),
        Message = _secrets.Remove(attempt.Request, _dialect),
    };
}
