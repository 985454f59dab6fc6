using System.Globalization;
using EppClient.Bulk;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Ready-made tasks for bulk jobs at .dk. Rows are made with <see cref="EppBulkRow.FromColumns"/>; each names its columns.</summary>
/// <remarks>
/// All but <see cref="Transfer(TimeProvider)"/> are for domains that the caller's account manages. For checks, renewals and contacts use those of
/// <see cref="EppBulkTasks"/>.
/// </remarks>
public static class DkBulkTasks
{
    private static readonly Dictionary<string, bool> Switch = new(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["false"] = false, ["on"] = true, ["off"] = false };

    /// <summary>
    /// Takes domains over, from other registrars or from registrant management. Columns: <c>domain</c>, <c>token</c>, and <c>expires</c>, when the token ends, in the form of
    /// ISO 8601 (none where it is missing): a row whose token has ended fails and is not sent. Done means that the account manages the domain; its registrant is then a new
    /// contact, so read each domain with info afterwards. For the take-over of a whole portfolio see <see cref="DkTransferBatch"/>.
    /// </summary>
    /// <param name="timeProvider">The clock against which <c>expires</c> is checked. Default: the system's.</param>
    /// <remarks>
    /// The store holds the tokens until their rows are done. Set <see cref="EppOptions.SponsorId"/>: without it nothing shows what became of a
    /// row that was under way when the process died, and it stays unknown.
    /// </remarks>
    public static EppBulkTask Transfer(TimeProvider? timeProvider = null) =>
        EppBulkTask.ForEachRow("transfer", row => CreateTransfer(row, timeProvider ?? TimeProvider.System)) with { HoldsSecrets = true };

    /// <summary>
    /// Switches automatic renewal. Columns: <c>domain</c>, <c>autorenew</c> with <c>on</c> or <c>off</c>, <c>true</c> or <c>false</c>. Done means
    /// that the registry has set it.
    /// </summary>
    public static EppBulkTask SetAutoRenew() => EppBulkTask.ForEachRow("set auto-renew", row =>
        Switch.TryGetValue(row.Column("autorenew"), out var isOn)
            ? DkDomain.SetAutoRenew(row.Column("domain"), isOn)
            : throw new EppBulkRowException($"Column 'autorenew' is '{row.Column("autorenew")}', and must be on or off."));

    /// <summary>
    /// Gives domains the name servers that they shall have. Columns: <c>domain</c>, and <c>nameservers</c>, all of them, separated by blanks,
    /// commas or semicolons: two to seven. Info is asked first, and only what differs is sent. Done means that the registry has changed them, has
    /// accepted the change (1001), or had them already.
    /// </summary>
    /// <remarks><b>The registry drops all DS records of domains whose name servers change</b>, and tokens for transfer.</remarks>
    public static EppBulkTask SetNameServers() => EppBulkTask.ForEachRow("set name servers", async (row, client, token) =>
    {
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token).ConfigureAwait(false);
        return DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
    });

    private static DomainTransfer CreateTransfer(EppBulkRow row, TimeProvider time)
    {
        if (row.ColumnOrNull("expires") is { } text)
        {
            var expires = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : throw new EppBulkRowException($"Column 'expires' is '{text}', and must be a date and time like 2028-06-14T10:00:00Z.");
            if (expires <= time.GetUtcNow())
            {
                throw new EppBulkRowException(string.Create(CultureInfo.InvariantCulture, $"The token has ended on {expires.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Ask the registrant for a new one."));
            }
        }

        return DkDomain.Transfer(row.Column("domain"), row.Column("token"));
    }
}
