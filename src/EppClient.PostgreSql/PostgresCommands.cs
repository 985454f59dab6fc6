using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using EppClient.Stores;
using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>Statements with their values, which stand in them as <c>$1</c>, <c>$2</c>, and so on.</summary>
internal static class PostgresCommands
{
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

    public static async Task<int> ExecuteAsync(this EppPostgresDatabase database, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ExecuteAsync(sql, cancellationToken, values).ConfigureAwait(false);
        }
    }

    public static async Task<List<T>> ReadAsync<T>(
        this EppPostgresDatabase database, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAsync(sql, read, cancellationToken, values).ConfigureAwait(false);
        }
    }
}
