using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EppClient.Stores;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>
/// Runs statements with named parameters, and converts times to their stored form: sortable text, in UTC, with a resolution of 100 nanoseconds.
/// </summary>
internal static class SqliteCommands
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    [SuppressMessage("Security", "CA2100", Justification = "All statements are constants of this package; values are parameters.")]
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value switch
            {
                null => DBNull.Value,
                DateTimeOffset time => TimeText(time),
                _ => value,
            });
        }

        return command;
    }

    public static async Task<int> ExecuteAsync(
        this SqliteConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var command = connection.Command(sql, values);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static Task<List<T>> ReadAsync<T>(
        this SqliteConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        connection.Command(sql, values).ReadAllAsync(read, cancellationToken);

    public static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
