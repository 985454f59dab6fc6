namespace EppClient.Bulk;

/// <summary>Loads the rows of the input that are not in the store yet.</summary>
internal sealed class BulkLoader(BulkContext run, Action<long, bool> loaded)
{
    /// <exception cref="EppBulkException">The input differs from the one that the job was started with.</exception>
    public async Task LoadAsync(IAsyncEnumerable<EppBulkRow> rows, EppBulkStatus status, CancellationToken cancellationToken)
    {
        if (status.IsLoaded)
        {
            return;
        }

        var (present, lastKey) = (status.Loaded, status.LastKey);
        var read = 0L;
        List<EppBulkRow> batch = [];
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            read++;
            if (read > present)
            {
                batch.Add(Checked(row, read));
            }
            else if (read == present && lastKey is not null && row.Key != lastKey)
            {
                throw new EppBulkException($"Row {read} of the input is {row.Key}, but was {lastKey} when the job was started. Run the job with the same input each time, or start a job with another id.");
            }

            if (batch.Count == run.Options.LoadBatch)
            {
                (present, lastKey) = (await AppendAsync(batch, read, cancellationToken).ConfigureAwait(false), null);
            }
        }

        if (batch.Count > 0)
        {
            present = await AppendAsync(batch, read, cancellationToken).ConfigureAwait(false);
        }

        if (read < present)
        {
            throw new EppBulkException($"The input has {read} rows, but the job has already loaded {present}. Run the job with the same input each time, or start a job with another id.");
        }

        await run.QueryStoreAsync(
            async store =>
            {
                await store.CompleteLoadingAsync(cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        loaded(present, true);
    }

    /// <returns>The number of rows in the store. If another process loads too, it may differ from the number of rows read here.</returns>
    private async Task<long> AppendAsync(List<EppBulkRow> batch, long read, CancellationToken cancellationToken)
    {
        while (true)
        {
            var first = read - batch.Count;
            var present = await run.QueryStoreAsync(store => store.AppendAsync(first, batch, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (present >= read)
            {
                batch.Clear();
                loaded(present, false);
                return present;
            }

            // Another process has loaded some of these rows.
            batch.RemoveRange(0, (int)Math.Min(present - first, batch.Count));
        }
    }

    private static EppBulkRow Checked(EppBulkRow row, long number)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Key is { Length: > 0 and <= 255 }
            ? row
            : throw new EppBulkException($"Row {number} of the input has a key of {row.Key?.Length ?? 0} characters; a key needs 1 to 255. You can use the line number.");
    }
}
