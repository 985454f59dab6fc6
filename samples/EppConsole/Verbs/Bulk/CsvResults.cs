using System.Globalization;
using CsvHelper;
using EppClient.Bulk;

namespace EppConsole.Verbs.Bulk;

/// <summary>Writes the results of the rows to a CSV file, one line for each row of the input.</summary>
internal static class CsvResults
{
    public static async Task WriteAsync(string path, IAsyncEnumerable<EppBulkResult> results)
    {
        await using var csv = CsvWriter.ToFile(path);
        await csv.WriteRecordAsync(["key", "state", "code", "message", "reason", "value", "clTRID", "svTRID", "ended"]);
        await foreach (var result in results)
        {
            await csv.WriteRecordAsync(
            [
                result.Key, result.State.ToString(), result.Code?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, result.Message ?? string.Empty,
                result.Reason ?? string.Empty, result.Value ?? string.Empty, result.ClientTransactionId ?? string.Empty, result.ServerTransactionId ?? string.Empty,
                result.EndedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? string.Empty,
            ]);
        }
    }
}
