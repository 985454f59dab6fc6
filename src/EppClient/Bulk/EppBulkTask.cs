namespace EppClient.Bulk;

/// <summary>
/// The task of a job: how a command is created from a row, and which part of the response is recorded. <see cref="EppBulkTasks"/> has built-in
/// tasks.
/// </summary>
/// <remarks>
/// <para>Immutable. Its functions are called by several threads concurrently, and again for the same row after a crash or a transient failure, so they
/// may only send queries. A row may have one command that changes something. Rows are independent and are carried out in any order.</para>
/// <para>The row fails if a function throws an <see cref="EppBulkRowException"/>, an <see cref="EppValidationException"/>, an
/// <see cref="ArgumentException"/> or a <see cref="FormatException"/>, or if the registry rejects a query. Any other exception ends the job. If the
/// registry has carried out a command that changes something, the row is done even if describing its response fails; its message says so.</para>
/// </remarks>
public sealed record EppBulkTask
{
    private EppBulkTask(
        string kind, int rowsPerCommand, Func<IReadOnlyList<EppBulkRow>, IEppClient, CancellationToken, Task<IEppCommand?>> prepareAsync,
        Func<IReadOnlyList<EppBulkRow>, EppResponse, IReadOnlyList<string?>> describe)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerCommand, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowsPerCommand, 10_000);
        (Kind, RowsPerCommand, PrepareAsync, Describe) = (kind, rowsPerCommand, prepareAsync, describe);
    }

    /// <summary>The name of the task, such as <c>renew</c>. A job cannot continue with another kind of task than it was started with.</summary>
    public string Kind { get; }

    /// <summary>The number of rows that share a command.</summary>
    public int RowsPerCommand { get; }

    /// <summary>Whether rows contain secrets, such as tokens. If true, the store deletes the data of each row that is done. Default: false.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>Creates the command of the rows; null if there is nothing to do.</summary>
    internal Func<IReadOnlyList<EppBulkRow>, IEppClient, CancellationToken, Task<IEppCommand?>> PrepareAsync { get; }

    /// <summary>Selects the value to record from the response, for each row.</summary>
    internal Func<IReadOnlyList<EppBulkRow>, EppResponse, IReadOnlyList<string?>> Describe { get; }

    /// <summary>Creates a task that sends one command for each row.</summary>
    /// <param name="kind">The name of the task.</param>
    /// <param name="command">Creates the command of a row.</param>
    /// <param name="describe">Selects the value to record from the response. Default: null, only the code and the message are recorded.</param>
    public static EppBulkTask ForEachRow(string kind, Func<EppBulkRow, IEppCommand> command, Func<EppResponse, string?>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ForEachRow(kind, (row, _, _) => Task.FromResult<IEppCommand?>(command(row)), describe);
    }

    /// <summary>Creates a task that sends one command for each row, depending on the current data of the registry.</summary>
    /// <param name="kind">The name of the task.</param>
    /// <param name="command">
    /// Creates the command of a row. Null if there is nothing to do; the row is then done. The client is for queries only: it refuses commands that
    /// change something.
    /// </param>
    /// <param name="describe">Selects the value to record from the response. Default: null, only the code and the message are recorded.</param>
    public static EppBulkTask ForEachRow(
        string kind, Func<EppBulkRow, IEppClient, CancellationToken, Task<IEppCommand?>> command, Func<EppResponse, string?>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new EppBulkTask(kind, 1, (rows, client, token) => command(rows[0], client, token), (_, response) => [describe?.Invoke(response)]);
    }

    /// <summary>
    /// Creates a task that sends one command for several rows. The command must only read, such as a check. If the registry rejects the command, or
    /// it cannot be created, each half of the rows is tried separately, so that only the rows at fault fail.
    /// </summary>
    /// <param name="kind">The name of the task.</param>
    /// <param name="rowsPerCommand">The number of rows that share a command, from 1 to 10,000.</param>
    /// <param name="command">Creates the command.</param>
    /// <param name="describe">
    /// Selects the value to record for each row, in the order of the rows. A row with null, which the response does not mention, fails.
    /// </param>
    public static EppBulkTask ForSeveralRows(
        string kind, int rowsPerCommand, Func<IReadOnlyList<EppBulkRow>, IEppCommand> command, Func<IReadOnlyList<EppBulkRow>, EppResponse, IReadOnlyList<string?>> describe)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(describe);
        return new EppBulkTask(kind, rowsPerCommand, (rows, _, _) => Task.FromResult<IEppCommand?>(command(rows)), describe) { IsResponseNeeded = true };
    }

    /// <summary>Whether a row fails if the response does not mention it.</summary>
    internal bool IsResponseNeeded { get; private init; }

    /// <summary>Returns <see cref="Kind"/>.</summary>
    public override string ToString() => Kind;
}
