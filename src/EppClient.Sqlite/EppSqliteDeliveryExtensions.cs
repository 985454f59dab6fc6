using EppClient.Polling;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>Gives handlers of poll messages access to the database of the inbox.</summary>
public static class EppSqliteDeliveryExtensions
{
    /// <summary>
    /// Begins a transaction. Changes that are made in it, over its <see cref="SqliteTransaction.Connection"/>, are committed together with the message or not
    /// at all. The consumer commits, rolls back and disposes it.
    /// </summary>
    /// <remarks>
    /// From this call on, nothing else can write to the file. A handler that also sends commands must send them first: if their journal is in the same file,
    /// they would wait forever.
    /// </remarks>
    /// <param name="delivery">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The transaction, which is the same for each call.</returns>
    /// <exception cref="EppPollConflictException">Another consumer has handled the message.</exception>
    /// <exception cref="InvalidOperationException">The consumer's inbox is not an <see cref="EppSqlitePollInbox"/>.</exception>
    public static ValueTask<SqliteTransaction> BeginSqliteAsync(this EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Transaction is SqlitePollTransaction transaction
            ? transaction.BeginAsync(cancellationToken)
            : throw new InvalidOperationException("The consumer's inbox is not in SQLite: create the consumer with an EppSqlitePollInbox.");
    }
}
