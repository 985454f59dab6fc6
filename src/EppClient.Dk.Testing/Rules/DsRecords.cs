namespace EppClient.Dk.Testing.Rules;

/// <summary>The DS records that the registry accepts.</summary>
internal static class DsRecords
{
    private static readonly HashSet<int> Algorithms = [3, 5, 6, 7, 8, 10, 13, 14, 15, 16];

    public static DkResult? Check(IEnumerable<DkDsRecord> records) =>
        records.Select(Check).FirstOrDefault(result => result is not null);

    private static DkResult? Check(DkDsRecord record)
    {
        if (!Algorithms.Contains(record.Algorithm))
        {
            return DkResult.ParameterError("DNSSEC algorithm not supported");
        }

        int? hexDigits = record.DigestType switch
        {
            1 => 40,
            2 => 64,
            4 => 96,
            _ => null,
        };
        if (hexDigits is null)
        {
            return DkResult.ParameterError("DNSSEC digest type not supported");
        }

        return record.Digest.Length == hexDigits ? null : UpdateResults.DigestLength;
    }
}
