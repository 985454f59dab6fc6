using System.Text;
using System.Text.Json;

namespace EppClient.Bulk;

/// <summary>One row of a job: the key that identifies its result, and the data from which its command is created.</summary>
/// <remarks>Immutable. The store keeps the data until the job is deleted or, if <see cref="EppBulkTask.HoldsSecrets"/> is set, until the row is done.</remarks>
/// <param name="Key">Unique in the job: the line number or an id of yours, such as the domain. Up to 255 characters.</param>
/// <param name="Data">The other data of the row, in any form that the task reads. The built-in tasks read columns; see <see cref="FromColumns"/>.</param>
public sealed record EppBulkRow(string Key, string Data)
{
    /// <summary>Creates a row from named values, such as a line of a CSV file.</summary>
    /// <param name="key">The key, unique in the job.</param>
    /// <param name="columns">The names and values. An empty value counts as missing.</param>
    public static EppBulkRow FromColumns(string key, params IEnumerable<KeyValuePair<string, string>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in columns)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return new EppBulkRow(key, Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>Gets the value of a column. Names are case-insensitive.</summary>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="EppBulkRowException">The column is missing or empty; the message lists the columns of the row.</exception>
    public string Column(string name) => ColumnOrNull(name)
        ?? throw new EppBulkRowException($"The row has nothing in column '{name}'. Its columns are: {string.Join(", ", Columns().Select(column => column.Key))}.");

    /// <summary>Gets the value of a column, or null if the column is missing or empty.</summary>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="EppBulkRowException">The row has no columns: it was not created with <see cref="FromColumns"/>.</exception>
    public string? ColumnOrNull(string name)
    {
        var value = Columns().LastOrDefault(column => string.Equals(column.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Gets all columns, in order.</summary>
    /// <exception cref="EppBulkRowException">The row has no columns: it was not created with <see cref="FromColumns"/>.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Columns()
    {
        try
        {
            using var document = JsonDocument.Parse(Data);
            return [.. document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? string.Empty))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new EppBulkRowException("The row has no columns. Create it with EppBulkRow.FromColumns.", e);
        }
    }

    /// <summary>Returns the key. The data may be sensitive and is left out.</summary>
    public override string ToString() => Key;
}

/// <summary>The result of a row.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkResult
{
    /// <summary>The row's position in the input, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The row's key.</summary>
    public required string Key { get; init; }

    /// <summary>The state of the row.</summary>
    public required EppBulkRowState State { get; init; }

    /// <summary>The registry's result code; 1001 means that the command was accepted and the action is pending. Null if there was no response.</summary>
    public int? Code { get; init; }

    /// <summary>
    /// The registry's message, or an explanation from this library: why nothing was sent, or what shows that the command was carried out. Null while the
    /// row is pending.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>The reasons that the registry gave in addition to its message; null if there are none.</summary>
    public string? Reason { get; init; }

    /// <summary>The value that the task reads from the response, such as <c>available</c> or a date. Null if the task reads none.</summary>
    public string? Value { get; init; }

    /// <summary>The client transaction id of the command; null if no command was created.</summary>
    public string? ClientTransactionId { get; init; }

    /// <summary>The server transaction id; null if there was no response.</summary>
    public string? ServerTransactionId { get; init; }

    /// <summary>The time at which the row ended, by the clock of the machine that processed it. Null until then.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Returns the key and the state.</summary>
    public override string ToString() => $"{Key}: {State}{(Code is { } code ? $" ({code})" : string.Empty)}";
}

/// <summary>The state of a row of a job.</summary>
public enum EppBulkRowState
{
    /// <summary>No command was sent, or only queries were.</summary>
    Pending,

    /// <summary>A command that changes something may have been sent, and its outcome is not recorded yet.</summary>
    Started,

    /// <summary>The registry has carried out or accepted (1001) the command, or no change was necessary.</summary>
    Done,

    /// <summary>The registry rejected the command, or no command could be created from the row. Nothing has changed.</summary>
    Failed,

    /// <summary>The registry may or may not have carried out the command, and queries did not determine which. The row needs manual review.</summary>
    Unknown,
}
