using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using EppClient.Bulk;

namespace EppConsole.Verbs.Bulk;

/// <summary>Reads a CSV file as rows of a job, one row at a time, so that its size is not limited by memory. Separators: commas, semicolons or tabs.</summary>
internal sealed class CsvRows(string path, string? keyColumn)
{
    public async IAsyncEnumerable<EppBulkRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var csv = Open();
        while (await ReadRowAsync(csv, cancellationToken))
        {
            var values = csv.Headers.ToArray().Select((column, i) => KeyValuePair.Create(column, i < csv.FieldCount ? csv.GetString(i) : string.Empty)).ToList();
            yield return EppBulkRow.FromColumns(KeyOf(csv, values), values);
        }
    }

    private string KeyOf(CsvReader csv, List<KeyValuePair<string, string>> values)
    {
        if (keyColumn is null)
        {
            return csv.LineNumber.ToString(CultureInfo.InvariantCulture);
        }

        var key = values.Find(value => string.Equals(value.Key, keyColumn, StringComparison.OrdinalIgnoreCase));
        return key.Key is not null ? key.Value : throw new UsageException($"--key: {path} has no column '{keyColumn}'. It has {string.Join(", ", values.Select(value => value.Key))}.");
    }

    private async Task<bool> ReadRowAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException e)
        {
            throw new UsageException($"{path} is not a CSV file: {e.Message}", e);
        }
    }

    private CsvReader Open()
    {
        try
        {
            return CsvReader.FromFile(path, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
