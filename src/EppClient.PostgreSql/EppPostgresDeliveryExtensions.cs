using EppClient.Polling;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>What handlers of poll messages need to write to the inbox's database.</summary>
public static class EppPostgresDeliveryExtensions
{
    /// <summary>
    /// The transaction of a message: what is written in it, over its <see cref="NpgsqlTransaction.Connection"/>, is committed together with
    /// the message, or not at all. Leave commit, rollback and disposal to the consumer.
    /// </summary>
    /// <param name="delivery">The message.</param>
    /// <exception cref="InvalidOperationException">The consumer's inbox is no <see cref="EppPostgresPollInbox"/>.</exception>
    public static NpgsqlTransaction PostgresTransaction(this EppPollDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Transaction is PostgresPollTransaction transaction
            ? transaction.Transaction
            : throw new InvalidOperationException("The consumer's inbox is not in PostgreSQL: make the consumer with an EppPostgresPollInbox.");
    }
}
