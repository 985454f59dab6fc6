using System.Data.Common;
using EppClient.Bulk;

namespace EppClient.Stores;

/// <summary>Rows of a bulk job, as the tables of all databases have them.</summary>
internal static class BulkRows
{
    /// <summary>The columns of <see cref="ReadClaim"/>.</summary>
    public const string ClaimColumns = "number, key, data, state, started_id, started_at, started_command, started_message, client_transaction_id, registry_time";

    /// <summary>How many columns <see cref="ReadAgedClaim"/> reads.</summary>
    public const int AgedClaimColumns = 11;

    /// <summary>The columns of <see cref="ReadResult"/>.</summary>
    public const string ResultColumns = "number, key, state, code, message, reason, value, client_transaction_id, server_transaction_id, ended_at";

    public static EppBulkClaim ReadClaim(DbDataReader row, string account) => new(
        row.GetInt64(0),
        new EppBulkRow(row.GetString(1), row.GetString(2)),
        (EppBulkRowState)row.GetInt16(3) == EppBulkRowState.Pending ? null : new EppJournalRecord
        {
            Id = row.GetString(4),
            Account = account,
            ClientTransactionId = row.GetString(8),
            WrittenAt = row.Time(5),
            Command = row.GetString(6),
            Message = row.GetFieldValue<byte[]>(7),
            RegistryTime = row.TimeOrNull(9),
        });

    public static EppBulkResult ReadResult(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Key = row.GetString(1),
        State = (EppBulkRowState)row.GetInt16(2),
        Code = row.IsDBNull(3) ? null : row.GetInt32(3),
        Message = row.TextOrNull(4),
        Reason = row.TextOrNull(5),
        Value = row.TextOrNull(6),
        ClientTransactionId = row.TextOrNull(7),
        ServerTransactionId = row.TextOrNull(8),
        EndedAt = row.TimeOrNull(9),
    };

    /// <summary>A claim whose columns are followed by the age of the started command, in seconds by the database's clock.</summary>
    public static EppBulkClaim ReadAgedClaim(DbDataReader row, string account)
    {
        var claim = ReadClaim(row, account);
        return claim.Started is { } record ? claim with { Started = StoredRecords.WithAge(record, row, AgedClaimColumns - 1) } : claim;
    }

    /// <summary>All results in the order of their rows, some at a time, so that a million of them need no memory.</summary>
    /// <param name="read">Reads those after a number.</param>
    /// <param name="most">How many it reads at the most.</param>
    public static async IAsyncEnumerable<EppBulkResult> InPagesAsync(Func<long, Task<List<EppBulkResult>>> read, int most)
    {
        List<EppBulkResult> page;
        var last = 0L;
        do
        {
            page = await read(last).ConfigureAwait(false);
            foreach (var result in page)
            {
                yield return result;
                last = result.Number;
            }
        }
        while (page.Count == most);
    }
}
