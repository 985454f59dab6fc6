namespace EppClient.Bulk;

/// <summary>What all stores of bulk jobs refuse, in the same words: for those who write an <see cref="IEppBulkStore"/>.</summary>
public static class EppBulkStoreRules
{
    /// <summary>A job goes on with the task and the account that it was begun with.</summary>
    /// <param name="job">What the job is called, for the message.</param>
    /// <param name="begun">The task and the account that it was begun with.</param>
    /// <param name="now">Those that it is run with.</param>
    /// <exception cref="EppBulkException">They differ.</exception>
    public static void RequireSame(string job, (string Task, string Account) begun, (string Task, string Account) now)
    {
        if (begun.Task != now.Task)
        {
            throw new EppBulkException($"The job {job} was begun as '{begun.Task}', and cannot go on as '{now.Task}'. Give the new job another id.");
        }

        if (begun.Account != now.Account)
        {
            throw new EppBulkException($"The job {job} was begun by {begun.Account}, and cannot go on as {now.Account}. Use that account, or give the new job another id.");
        }
    }

    /// <summary>Only rows that have failed, or whose outcome is unknown, are made pending again.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">It is another one.</exception>
    public static void RequireReopenable(EppBulkRowState state)
    {
        if (state is not (EppBulkRowState.Failed or EppBulkRowState.Unknown))
        {
            throw new ArgumentException($"Rows that are {state} are not made pending again: only Failed and Unknown ones are.", nameof(state));
        }
    }

    /// <summary>A key stands in the input a second time.</summary>
    /// <param name="key">The key.</param>
    public static EppBulkException Twice(string key) =>
        new($"The key {key} stands in the input twice. Keys are unique in a job: take the number of the line, or leave one of the rows out.");

    /// <summary>The job is in use.</summary>
    /// <param name="job">What the job is called.</param>
    public static EppBulkException InUse(string job) => new($"The job {job} is being worked on. Wait for its end, or pause it.");
}
