using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>Runs statements with positional parameters (<c>$1</c>, <c>$2</c> and so on).</summary>
internal static class PostgresCommands
{
    private const int MaxTries = 50;

    // A delay of at most 256 ms.
    private const int LongestDelayExponent = 7;

    [SuppressMessage("Security", "CA2100", Justification = "All statements are constants of this package; values are parameters.")]
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        AddTo(command.Parameters, values);
        return command;
    }

    /// <summary>Creates a command of a batch. The commands of a batch are sent to PostgreSQL together and form one transaction.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "All statements are constants of this package; values are parameters.")]
    public static NpgsqlBatchCommand BatchCommand(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        AddTo(command.Parameters, values);
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
    /// Runs one statement or one batch, which is its own transaction, and repeats it after a serialization failure or a deadlock.
    /// </summary>
    public static async Task<T> OnceAsync<T>(this EppPostgresDatabase database, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                try
                {
                    return await work(connection).ConfigureAwait(false);
                }
                catch (PostgresException e) when (IsToBeRepeated(e) && tries < MaxTries)
                {
                    // The transaction was rolled back, and the connection returns to its pool before the delay.
                }
            }

            // A random delay that grows with each try lets the conflicting transactions finish, even on a busy server.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2 << Math.Min(tries, LongestDelayExponent))), database.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void AddTo(NpgsqlParameterCollection parameters, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            parameters.Add(value switch
            {
                null => new NpgsqlParameter { Value = DBNull.Value },
                string text => new NpgsqlParameter<string> { TypedValue = text },
                int number => new NpgsqlParameter<int> { TypedValue = number },
                long number => new NpgsqlParameter<long> { TypedValue = number },
                DateTimeOffset time => new NpgsqlParameter<DateTimeOffset> { TypedValue = time.ToUniversalTime() },
                byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
                _ => new NpgsqlParameter { Value = value },
            });
        }
    }

    /// <summary>
    /// Whether PostgreSQL has rolled back a statement that conflicted with another transaction: a serialization failure (40001) or a deadlock (40P01).
    /// </summary>
    private static bool IsToBeRepeated(PostgresException failure) => failure.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
