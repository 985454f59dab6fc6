using System.Collections.Concurrent;
using EppClient.Diagnostics;
using EppClient.Protocol;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient;

/// <summary>One pool's use of a journal: what it records, and which records are of commands still under way here.</summary>
internal sealed class JournalKeeper(IEppCommandJournal journal, EppOptions options, EppSchemaSet schemas, TimeProvider time, ILogger logger)
{
    private readonly string _account = FormattableString.Invariant($"{options.ClientId}@{options.Host}:{options.Port}");
    private readonly EppXmlDialect _dialect = options.Profile.DialectWith(options.Profile.OlderVersions, []);
    private readonly SecretRemover _secrets = new(schemas);
    private readonly ConcurrentDictionary<string, bool> _own = new(StringComparer.Ordinal);

    public string NewId()
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        _own[id] = true;
        return id;
    }

    /// <exception cref="EppTimeoutException">The time ran out first; nothing was sent.</exception>
    /// <exception cref="EppJournalException">The journal failed; nothing was sent.</exception>
    public async ValueTask RecordAsync(string id, CommandAttempt attempt, TimeSpan limit, CancellationToken cancellationToken)
    {
        var record = new EppJournalRecord
        {
            Id = id,
            Account = _account,
            ClientTransactionId = attempt.TransactionId,
            WrittenAt = attempt.WrittenAt,
            Command = CommandNames.Of(attempt.Command),
            Message = _secrets.Remove(attempt.Request, _dialect),
        };
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await journal.RecordAsync(record, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EppTimeoutException(EppPhase.Writing, attempt.Deadline.Total, EppDelivery.NotSent, "EppOptions.Journal had not recorded the command yet.", e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The command was cancelled before it was sent.", e, cancellationToken);
        }
    }

    /// <summary>Never throws: what the registry has answered is not undone by a journal that fails.</summary>
    public async ValueTask SettleAsync(string id)
    {
        try
        {
            await journal.SettleAsync(id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Foreign code. The record stays, so that the command is reconciled once more.
            Log.JournalNotSettled(logger, e);
        }

        _own.TryRemove(id, out _);
    }

    /// <summary>What earlier processes, with the same account, have left.</summary>
    public async ValueTask<IReadOnlyList<EppJournalRecord>> ReadLeftAsync(CancellationToken cancellationToken)
    {
        var records = await journal.ReadUnsettledAsync(cancellationToken).ConfigureAwait(false);
        return [.. records.Where(record => record.Account == _account && !_own.ContainsKey(record.Id))];
    }
}
