using EppClient.Polling;
using EppClient.PostgreSql;
using EppClient.Sqlite;

namespace EppClient.TestHelper.Poll;

/// <summary>
/// The work of a registrar for each message: a row in a table. Only the inbox's transaction prevents the same message from being in the table
/// twice.
/// </summary>
public abstract class HandledMessages : IAsyncDisposable
{
    public abstract IEppPollInbox Inbox { get; }

    public static async Task<HandledMessages> OpenAsync(string kind, string place) =>
        kind == "sqlite" ? new SqliteHandledMessages(await EppSqliteDatabase.OpenAsync(place)) : new PostgresHandledMessages(await EppPostgresDatabase.OpenAsync(place));

    public abstract Task WriteAsync(EppPollDelivery delivery, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    private sealed class SqliteHandledMessages(EppSqliteDatabase database) : HandledMessages
    {
        public override IEppPollInbox Inbox { get; } = new EppSqlitePollInbox(database);

        public override async Task WriteAsync(EppPollDelivery delivery, CancellationToken cancellationToken)
        {
            var transaction = await delivery.BeginSqliteAsync(cancellationToken);
            await using var command = transaction.Connection!.CreateCommand();
            command.CommandText = "INSERT INTO ledger (message) VALUES ($message)";
            command.Parameters.AddWithValue("$message", delivery.Message.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public override ValueTask DisposeAsync() => database.DisposeAsync();
    }

    private sealed class PostgresHandledMessages(EppPostgresDatabase database) : HandledMessages
    {
        public override IEppPollInbox Inbox { get; } = new EppPostgresPollInbox(database);

        public override async Task WriteAsync(EppPollDelivery delivery, CancellationToken cancellationToken)
        {
            await using var command = delivery.PostgresTransaction().Connection!.CreateCommand();
            command.CommandText = "INSERT INTO ledger (message) VALUES ($1)";
            command.Parameters.AddWithValue(delivery.Message.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public override ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
