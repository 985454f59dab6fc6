using System.Globalization;
using EppClient.Bulk;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Ready-made tasks for bulk jobs at .dk. Create rows with <see cref="EppBulkRow.FromColumns"/>; each task lists its columns.</summary>
/// <remarks>
/// All tasks except <see cref="Transfer(TimeProvider)"/> require domains that the caller's account manages. For checks, renewals and contacts, use
/// <see cref="EppBulkTasks"/>.
/// </remarks>
public static class DkBulkTasks
{
    // With or without seconds and fractions of them. Without a time zone the time is in UTC.
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly Dictionary<string, bool> Switch = new(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["false"] = false, ["on"] = true, ["off"] = false };

    /// <summary>
    /// Transfers domains from other registrars or from registrant management. Columns: <c>domain</c>, <c>token</c>, and <c>expires</c>, the time when the
    /// token expires in ISO 8601 format such as <c>2028-06-14T10:00:00Z</c> (optional; UTC if there is no time zone): a row whose token has expired fails and is not sent. Done means that the account manages the domain. Its
    /// registrant is then a new contact, so read each domain with info afterwards. To transfer a whole portfolio, see <see cref="DkTransferBatch"/>.
    /// </summary>
    /// <param name="timeProvider">The clock against which <c>expires</c> is checked. Default: the system clock.</param>
    /// <remarks>
    /// The store keeps each token until its row is done. Set <see cref="EppOptions.SponsorId"/>: without it, the outcome of a row that was in progress when
    /// the process was killed cannot be determined and stays unknown.
    /// </remarks>
    public static EppBulkTask Transfer(TimeProvider? timeProvider = null) =>
        EppBulkTask.ForEachRow("transfer", row => CreateTransfer(row, timeProvider ?? TimeProvider.System)) with { HoldsSecrets = true };

    /// <summary>
    /// Switches automatic renewal on or off. Columns: <c>domain</c>, <c>autorenew</c> with <c>on</c> or <c>off</c>, <c>true</c> or <c>false</c>. Done means
    /// that the registry has set it.
    /// </summary>
    public static EppBulkTask SetAutoRenew() => EppBulkTask.ForEachRow("set auto-renew", row =>
        Switch.TryGetValue(row.Column("autorenew"), out var isOn)
            ? DkDomain.SetAutoRenew(row.Column("domain"), isOn)
            : throw new EppBulkRowException($"Column 'autorenew' is '{row.Column("autorenew")}' but must be on or off."));

    /// <summary>
    /// Sets the name servers of domains. Columns: <c>domain</c>, and <c>nameservers</c> with the complete set of two to seven hosts, separated by spaces,
    /// commas or semicolons. The task sends info first, and only the difference afterwards. Done means that the registry has changed the name servers, has
    /// accepted the change (1001), or had them already.
    /// </summary>
    /// <remarks><b>The registry drops all DS records of domains whose name servers change</b>, and their transfer tokens.</remarks>
    public static EppBulkTask SetNameServers() => EppBulkTask.ForEachRow("set name servers", async (row, client, token) =>
    {
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token).ConfigureAwait(false);
        return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
    });

    private static DomainTransfer CreateTransfer(EppBulkRow row, TimeProvider time)
    {
        if (row.ColumnOrNull("expires") is { } text)
        {
            var expires = DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : throw new EppBulkRowException($"Column 'expires' is '{text}' but must be a date and time such as 2028-06-14T10:00:00Z.");
            if (expires <= time.GetUtcNow())
            {
                throw new EppBulkRowException(string.Create(CultureInfo.InvariantCulture, $"The token expired on {expires.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Ask the registrant for a new one."));
            }
        }

        return DkDomain.Transfer(row.Column("domain"), row.Column("token"));
    }
}
