using System.Text;
using System.Text.Json;

namespace EppClient.Bulk;

/// <summary>One row of a job: what makes it into a command, and the name by which its result is found.</summary>
/// <remarks>Immutable. What it holds stands in the job's store until the job is deleted, or until the row is done where the task holds secrets.</remarks>
/// <param name="Key">Unique in the job: the number of its line, or an id of the caller's, such as the domain. Up to 255 characters.</param>
/// <param name="Data">What else belongs to the row, in any form that the task reads; the ready-made tasks read columns, see <see cref="FromColumns"/>.</param>
public sealed record EppBulkRow(string Key, string Data)
{
    /// <summary>Makes a row of named values, as a line of a CSV file is.</summary>
    /// <param name="key">Unique in the job.</param>
    /// <param name="columns">The names and values; empty values count as missing.</param>
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

    /// <summary>The value of a column; names are compared without regard to case.</summary>
    /// <param name="name">The column.</param>
    /// <exception cref="EppBulkRowException">There is no such column, or it is empty; the message names those that there are.</exception>
    public string Column(string name) => ColumnOrNull(name)
        ?? throw new EppBulkRowException($"The row has nothing in column '{name}'. Its columns are: {string.Join(", ", Columns().Select(column => column.Key))}.");

    /// <summary>The value of a column; null where there is none, or it is empty.</summary>
    /// <param name="name">The column.</param>
    /// <exception cref="EppBulkRowException">The row has no columns at all: it was not made with <see cref="FromColumns"/>.</exception>
    public string? ColumnOrNull(string name)
    {
        var value = Columns().LastOrDefault(column => string.Equals(column.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>All columns, in their order.</summary>
    /// <exception cref="EppBulkRowException">The row has none: it was not made with <see cref="FromColumns"/>.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Columns()
    {
        try
        {
            using var document = JsonDocument.Parse(Data);
            return [.. document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? string.Empty))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new EppBulkRowException("The row has no columns. Make it with EppBulkRow.FromColumns.", e);
        }
    }

    /// <summary>The key alone: the data may hold what is nobody's business.</summary>
    public override string ToString() => Key;
}

/// <summary>What became of a row.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EppBulkResult
{
    /// <summary>Its place in the input, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>How far it has come.</summary>
    public required EppBulkRowState State { get; init; }

    /// <summary>The registry's code; 1001 means that it has accepted the command and not decided. Null where there was no answer.</summary>
    public int? Code { get; init; }

    /// <summary>The registry's text, or a sentence of this library's: why nothing was sent, or what shows that it was carried out. Null while it is pending.</summary>
    public string? Message { get; init; }

    /// <summary>The reasons that the registry gave beside its text. Null where it gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>What the task reads out of the registry's answer, such as <c>available</c> or a date. Null where it reads nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The client's transaction id of the command. Null where none was made.</summary>
    public string? ClientTransactionId { get; init; }

    /// <summary>The registry's transaction id. Null where there was no answer.</summary>
    public string? ServerTransactionId { get; init; }

    /// <summary>When it ended, by the clock of the machine that has worked on it. Null while it is not ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The key and the state.</summary>
    public override string ToString() => $"{Key}: {State}{(Code is { } code ? $" ({code})" : string.Empty)}";
}

/// <summary>How far a row of a job has come.</summary>
public enum EppBulkRowState
{
    /// <summary>Nothing of it was sent, or only questions were.</summary>
    Pending,

    /// <summary>A command that changes something may have been sent, and its outcome is not recorded yet.</summary>
    Started,

    /// <summary>The registry has carried it out, or accepted it (1001), or nothing had to be changed.</summary>
    Done,

    /// <summary>The registry has refused it, or it could not be made into a command. Nothing has changed.</summary>
    Failed,

    /// <summary>The registry may have carried it out or not, and its answers to other questions do not settle it: for a person to look into.</summary>
    Unknown,
}
