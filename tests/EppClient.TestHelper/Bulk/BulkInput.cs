using EppClient.Bulk;

namespace EppClient.TestHelper.Bulk;

/// <summary>The rows of a test's job, generated while they are read: the same each time.</summary>
public static class BulkInput
{
    public static string NameOf(long number) => $"navn{number}.dk";

    public static string HostOf(string key) => $"ns{key}.eksempel.example.com";

    public static async IAsyncEnumerable<EppBulkRow> RowsAsync(long count)
    {
        for (var number = 1L; number <= count; number++)
        {
            yield return EppBulkRow.FromColumns($"{number}", KeyValuePair.Create("domain", NameOf(number)), KeyValuePair.Create("nameservers", "ns3.reg.example ns4.reg.example"));
        }

        await Task.CompletedTask;
    }
}
