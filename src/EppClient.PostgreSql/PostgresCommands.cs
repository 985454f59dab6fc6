using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>Statements with their values, which stand in them as <c>$1</c>, <c>$2</c>, and so on.</summary>
internal static class PostgresCommands
{
    private const int MostTries = 20;

    [SuppressMessage("Security", "CA2100", Justification = "All statements are constants of this package; values are parameters.")]
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                null => new NpgsqlParameter { Value = DBNull.Value },
                string text => new NpgsqlParameter<string> { TypedValue = text },
                int number => new NpgsqlParameter<int> { TypedValue = number },
                long number => new NpgsqlParameter<long> { TypedValue = number },
                DateTimeOffset time => new NpgsqlParameter<DateTimeOffset> { TypedValue = time.ToUniversalTime() },
                byte[] octets => new NpgsqlParameter<byte[]> { TypedValue = octets },
                _ => new NpgsqlParameter { Value = value },
            });
        }

        return command;
    }

    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        var command = connection.Command(sql, values);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static Task<List<T>> ReadAsync<T>(
        this NpgsqlConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params object?[] values) =>
        connection.Command(sql, values).ReadAllAsync(read, cancellationToken);

    public static Task<int> ExecuteAsync(this EppPostgresDatabase database, string sql, CancellationToken cancellationToken, params object?[] values) =>
        database.OnceAsync(connection => connection.ExecuteAsync(sql, cancellationToken, values), cancellationToken);

    public static Task<List<T>> ReadAsync<T>(
        this EppPostgresDatabase database, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params object?[] values) =>
        database.OnceAsync(connection => connection.ReadAsync(sql, read, cancellationToken, values), cancellationToken);

    /// <summary>
    /// Several statements in one transaction. Its level is the one that they were written for, whatever the database's default is; where PostgreSQL
    /// asks to do it again, it is.
    /// </summary>
    public static async Task<T> TransactAsync<T>(this EppPostgresDatabase database, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            for (var tries = 1; ; tries++)
            {
                var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    try
                    {
                        var result = await work(connection).ConfigureAwait(false);
                        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                        return result;
                    }
                    catch (PostgresException e) when (IsToBeRepeated(e) && tries < MostTries)
                    {
                        // Nothing of it was kept.
                    }
                }
            }
        }
    }

    /// <summary>Whether PostgreSQL has rolled back what another transaction was in the way of: where a level forbids what happened (40001), or two waited for each other (40P01).</summary>
    public static bool IsToBeRepeated(PostgresException failure) => failure.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>One statement, which is its own transaction: at the database's default level, and where that was in the way, at the one that it was written for.</summary>
    private static async Task<T> OnceAsync<T>(this EppPostgresDatabase database, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await work(connection).ConfigureAwait(false);
            }
        }
        catch (PostgresException e) when (IsToBeRepeated(e))
        {
            return await database.TransactAsync(work, cancellationToken).ConfigureAwait(false);
        }
    }
}
