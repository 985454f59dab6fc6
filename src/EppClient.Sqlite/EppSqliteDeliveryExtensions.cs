using EppClient.Polling;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>What handlers of poll messages need to write to the inbox's database.</summary>
public static class EppSqliteDeliveryExtensions
{
    /// <summary>
    /// Begins to write: what is written in this transaction, over its <see cref="SqliteTransaction.Connection"/>, is committed together with
    /// the message, or not at all. Leave commit, rollback and disposal to the consumer.
    /// </summary>
    /// <remarks>
    /// From here on nobody else can write to the file. A handler that also sends commands does so first: their journal may be in the same
    /// file, and would wait for ever.
    /// </remarks>
    /// <param name="delivery">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The transaction, the same at each call.</returns>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message.</exception>
    /// <exception cref="InvalidOperationException">The consumer's inbox is no <see cref="EppSqlitePollInbox"/>.</exception>
    public static ValueTask<SqliteTransaction> BeginSqliteAsync(this EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Transaction is SqlitePollTransaction transaction
            ? transaction.BeginAsync(cancellationToken)
            : throw new InvalidOperationException("The consumer's inbox is not in SQLite: make the consumer with an EppSqlitePollInbox.");
    }
}
