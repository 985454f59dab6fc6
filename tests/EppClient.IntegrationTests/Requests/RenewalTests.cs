using EppClient.Bulk;
using EppClient.Commands;
using EppClient.IntegrationTests.HostileServers;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Requests;

/// <summary>An expiry date is the date as written by the registry, regardless of the time zone.</summary>
public sealed class RenewalTests
{
    private const string Domain = "xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"";

    [Theory(Timeout = 30_000)]
    [InlineData("2028-01-01T00:30:00+02:00")]
    [InlineData("2028-01-01T23:30:00-05:00")]
    [InlineData("2028-01-01T12:00:00Z")]
    public async Task Bulk_renewal_sends_the_date_unchanged_and_returns_the_new_one_in_ISO_format(string expires)
    {
        await using var server = HostileServer.Start(async c =>
        {
            await c.OpenAsync();
            var info = await c.ReceiveAsync();
            await c.SendAsync(Wire.Response(1000, Wire.TransactionOf(info), $"""
                <resData><domain:infData {Domain}><domain:name>a.example</domain:name><domain:roid>D-1</domain:roid><domain:clID>REG-1</domain:clID><domain:exDate>{expires}</domain:exDate></domain:infData></resData>
                """));
            var renew = await c.ReceiveAsync();
            await c.SendAsync(Wire.Response(1000, Wire.TransactionOf(renew), $"""
                <resData><domain:renData {Domain}><domain:name>a.example</domain:name><domain:exDate>{expires.Replace("2028", "2029", StringComparison.Ordinal)}</domain:exDate></domain:renData></resData>
                """));
            await c.RespondToAllAsync();
        });
        await using var pool = Client.For(server);
        var task = EppBulkTasks.Renew();
        EppBulkRow[] rows = [EppBulkRow.FromColumns("1", new Dictionary<string, string> { ["domain"] = "a.example" })];

        var renewal = (DomainRenew)(await task.PrepareAsync(rows, pool, CancellationToken.None))!;
        var response = await pool.TrySendAsync(renewal);

        renewal.CurrentExpiryDate.Should().Be((EppDate)new DateOnly(2028, 1, 1));
        task.Describe(rows, response).Should().Equal(expires.Replace("2028", "2029", StringComparison.Ordinal));
    }
}
