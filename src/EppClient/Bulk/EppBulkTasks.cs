using System.Globalization;
using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Bulk;

/// <summary>
/// Built-in tasks for registries that follow the RFCs. Create the rows with <see cref="EppBulkRow.FromColumns"/>; each task lists its columns.
/// </summary>
/// <remarks>Registry packages have additional tasks, and registry-specific versions of some of these; see <c>DkBulkTasks</c>.</remarks>
public static class EppBulkTasks
{
    // Used if the limit of the registry is not known; all known registries accept more.
    private const int CautiousNamesPerCheck = 20;

    private static readonly char[] Separators = [' ', ',', ';', '\t'];

    /// <summary>
    /// Checks whether names can be registered. Column: <c>domain</c>. A row is done when the registry has responded; its value is <c>available</c>, or
    /// <c>unavailable</c> followed by a colon and the reason, if there is one.
    /// </summary>
    /// <param name="profile">The profile of the registry, which limits the number of names in a check.</param>
    public static EppBulkTask CheckDomains(EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return EppBulkTask.ForSeveralRows(
            "check availability",
            profile.Limits.MaxNamesPerCheck ?? CautiousNamesPerCheck,
            rows => new DomainCheck([.. rows.Select(row => row.Column("domain")).DistinctBy(EppDomainName.Normalize)]),
            (rows, response) =>
            {
                var items = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var item in response.DataElements.OfType<DomainCheckResult>().SelectMany(result => result.Items))
                {
                    if (CheckItems.ReadOrNull(item, static shown => shown.Name) is not { } name)
                    {
                        continue;
                    }

                    items[EppDomainName.Normalize(name)] = item.Available ? "available" : item.Reason is null ? "unavailable" : $"unavailable: {item.Reason}";
                }

                return [.. rows.Select(row => items.GetValueOrDefault(EppDomainName.Normalize(row.Column("domain"))))];
            });
    }

    /// <summary>
    /// Sets the name servers of domains. Columns: <c>domain</c>, and <c>nameservers</c> with all name servers, separated by spaces, commas or
    /// semicolons. An info command is sent first, and only the difference is updated. A row is done when the registry has changed the name servers, has
    /// accepted the change (1001), or already had them.
    /// </summary>
    /// <remarks>For registries whose name servers are objects (RFC 5731, section 1.1).</remarks>
    public static EppBulkTask ChangeNameServers() => EppBulkTask.ForEachRow("change name servers", async (row, client, token) =>
    {
        var wanted = NameServersOf(row);
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token).ConfigureAwait(false);
        return DomainUpdate.SetNameServers(info.Data, wanted);
    });

    /// <summary>
    /// Renews domains. Columns: <c>domain</c>, <c>years</c> (1 if missing), and <c>expires</c>, the current expiry date as yyyy-mm-dd. A row is done
    /// when the registry has renewed the domain; <see cref="EppBulkResult.Value"/> is the new date if the registry sends it, such as
    /// <c>2028-01-31T22:59:59Z</c>.
    /// </summary>
    /// <remarks>
    /// With <c>expires</c>, no query is sent, and the registry rejects the renewal of a domain that was renewed in the meantime. Without it, the date is
    /// taken from an info command, and such a domain is renewed again.
    /// </remarks>
    public static EppBulkTask Renew() => EppBulkTask.ForEachRow(
        "renew",
        async (row, client, token) =>
        {
            var name = row.Column("domain");
            var years = YearsOf(row);
            if (row.ColumnOrNull("expires") is { } text)
            {
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expires)
                    ? new DomainRenew(name, expires, years)
                    : throw new EppBulkRowException($"Column 'expires' is '{text}'; it must be a date like 2027-01-31.");
            }

            var info = await client.SendAsync(new DomainInfo(name), token).ConfigureAwait(false);
            return info.Data.ExpiryDate is { } shown
                ? new DomainRenew(name, DateOnly.FromDateTime(shown.DateTime), years)
                : throw new EppBulkRowException("The registry does not return the expiry date of the domain. Set it in column 'expires'.");
        },
        response => response.DataElements.OfType<DomainRenewResult>().FirstOrDefault()?.ExpiryDate is { } end ? EppLexical.Format(end) : null);

    /// <summary>
    /// Updates the e-mail address, telephone and fax numbers of contacts. Columns: <c>contact</c>, and any of <c>email</c>, <c>voice</c>, <c>fax</c>;
    /// an empty column leaves the value unchanged. A row is done when the registry has changed the contact or has accepted the change (1001).
    /// </summary>
    public static EppBulkTask UpdateContacts() => EppBulkTask.ForEachRow("update contacts", row =>
    {
        var change = new ContactChange { Email = row.ColumnOrNull("email"), Voice = row.ColumnOrNull("voice"), Fax = row.ColumnOrNull("fax") };
        return change is { Email: null, Voice: null, Fax: null }
            ? throw new EppBulkRowException("The row changes nothing: it needs a value in 'email', 'voice' or 'fax'.")
            : new ContactUpdate(row.Column("contact")) { Change = change };
    });

    /// <summary>
    /// Gets the name servers in column <c>nameservers</c> of a row, separated by spaces, commas or semicolons. For tasks in registry packages.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <exception cref="EppBulkRowException">The column is missing or empty.</exception>
    public static IReadOnlyList<string> NameServersOf(EppBulkRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Column("nameservers").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static ushort YearsOf(EppBulkRow row) => row.ColumnOrNull("years") is not { } text ? (ushort)1
        : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 99 ? years
        : throw new EppBulkRowException($"Column 'years' is '{text}'; it must be a number from 1 to 99.");
}
