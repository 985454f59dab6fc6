namespace EppClient.Bulk;

/// <summary>
/// What a job does with its rows: how a row becomes a command, and what of the answer is worth keeping. <see cref="EppBulkTasks"/> has
/// ready-made ones.
/// </summary>
/// <remarks>
/// <para>Immutable. Its functions are called by several threads at once, and again for the same row after a kill or a failure that passes: they must do no
/// more than ask. A row may have one command that changes something; rows are independent of each other and carried out in any order.</para>
/// <para>An <see cref="EppBulkRowException"/>, an <see cref="EppValidationException"/>, an <see cref="ArgumentException"/> or a
/// <see cref="FormatException"/> of theirs makes the row fail; the registry's refusal of a query does too. Any other exception ends the job. If the
/// registry has carried out a command that changes something, the row is done even if describing its response fails; its message says so.</para>
/// </remarks>
public sealed record EppBulkTask
{
    private EppBulkTask(
        string kind, int rowsPerCommand, Func<IReadOnlyList<EppBulkRow>, IEppClient, CancellationToken, Task<IEppCommand?>> prepareAsync,
        Func<IReadOnlyList<EppBulkRow>, EppResponse, IReadOnlyList<string?>> describe)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        OptionRules.InRange("rowsPerCommand", rowsPerCommand, 1, 10_000, "rows");
        (Kind, RowsPerCommand, PrepareAsync, Describe) = (kind, rowsPerCommand, prepareAsync, describe);
    }

    /// <summary>Its name, such as <c>renew</c>: a job that was begun with one kind of task does not go on with another.</summary>
    public string Kind { get; }

    /// <summary>How many rows share a command.</summary>
    public int RowsPerCommand { get; }

    /// <summary>Whether rows hold secrets, such as tokens. The store then empties the data of each row that is done. Default: false.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>What to send for rows: null where there is nothing to do.</summary>
    internal Func<IReadOnlyList<EppBulkRow>, IEppClient, CancellationToken, Task<IEppCommand?>> PrepareAsync { get; }

    /// <summary>What to keep of an answer, row by row.</summary>
    internal Func<IReadOnlyList<EppBulkRow>, EppResponse, IReadOnlyList<string?>> Describe { get; }

    /// <summary>A command for each row.</summary>
    /// <param name="kind">The name of the task.</param>
    /// <param name="command">Makes the command of a row.</param>
    /// <param name="describe">What to keep of the registry's answer. Default: null, nothing but code and text.</param>
    public static EppBulkTask ForEachRow(string kind, Func<EppBulkRow, IEppCommand> command, Func<EppResponse, string?>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ForEachRow(kind, (row, _, _) => Task.FromResult<IEppCommand?>(command(row)), describe);
    }

    /// <summary>A command for each row that depends on what the registry has now.</summary>
    /// <param name="kind">The name of the task.</param>
    /// <param name="command">
    /// Makes the command of a row; null where there is nothing to do, so that the row is done. The client is for questions: it refuses to send
    /// what changes something.
    /// </param>
    /// <param name="describe">What to keep of the registry's answer. Default: null, nothing but code and text.</param>
    public static EppBulkTask ForEachRow(
        string kind, Func<EppBulkRow, IEppClient, CancellationToken, Task<IEppCommand?>> command, Func<EppResponse, string?>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new EppBulkTask(kind, 1, (rows, client, token) => command(rows[0], client, token), (_, response) => [describe?.Invoke(response)]);
    }

    /// <summary>
    /// One command for several rows, which only reads: a check. Where the registry refuses it, or it cannot be made, halves of the rows are
    /// tried, so that in the end only those fail that are at fault.
    /// </summary>
    /// <param name="kind">The name of the task.</param>
    /// <param name="rowsPerCommand">How many rows share a command, from 1 to 10,000.</param>
    /// <param name="command">Makes the command.</param>
    /// <param name="describe">What to keep of the registry's answer, one text for each row in the order of the rows; null where it says nothing of a row, which then fails.</param>
    public static EppBulkTask ForSeveralRows(
        string kind, int rowsPerCommand, Func<IReadOnlyList<EppBulkRow>, IEppCommand> command, Func<IReadOnlyList<EppBulkRow>, EppResponse, IReadOnlyList<string?>> describe)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(describe);
        return new EppBulkTask(kind, rowsPerCommand, (rows, _, _) => Task.FromResult<IEppCommand?>(command(rows)), describe) { IsResponseNeeded = true };
    }

    /// <summary>Whether a row of which the answer says nothing has failed.</summary>
    internal bool IsResponseNeeded { get; private init; }

    /// <summary>The kind.</summary>
    public override string ToString() => Kind;
}
