using EppClient.Polling;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>Gives handlers of poll messages access to the database of the inbox.</summary>
public static class EppPostgresDeliveryExtensions
{
    /// <summary>
    /// Gets the transaction of a message. Changes that are made in it, over its <see cref="NpgsqlTransaction.Connection"/>, are committed together with the
    /// message or not at all. The consumer commits, rolls back and disposes it.
    /// </summary>
    /// <param name="delivery">The message.</param>
    /// <exception cref="InvalidOperationException">The consumer's inbox is not an <see cref="EppPostgresPollInbox"/>.</exception>
    public static NpgsqlTransaction PostgresTransaction(this EppPollDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Transaction is PostgresPollTransaction transaction
            ? transaction.Transaction
            : throw new InvalidOperationException("The consumer's inbox is not in PostgreSQL: create the consumer with an EppPostgresPollInbox.");
    }
}
