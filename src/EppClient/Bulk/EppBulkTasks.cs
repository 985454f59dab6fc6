using System.Globalization;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Bulk;

/// <summary>Ready-made tasks for registries that follow the RFCs. Rows are made with <see cref="EppBulkRow.FromColumns"/>; each names its columns.</summary>
/// <remarks>Packages for registries have further ones, and some of these in the registry's way: see <c>DkBulkTasks</c>.</remarks>
public static class EppBulkTasks
{
    // Where the registry says nothing; all that are known take more.
    private const int CautiousNamesPerCheck = 20;

    private static readonly char[] Separators = [' ', ',', ';', '\t'];

    /// <summary>
    /// Asks whether names can be registered. Column: <c>domain</c>. Done means that the registry has answered; the answer is <c>available</c>,
    /// or <c>unavailable</c> with its reason behind a colon.
    /// </summary>
    /// <param name="profile">The registry: it says how many names a check may ask about.</param>
    public static EppBulkTask CheckDomains(EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return EppBulkTask.ForSeveralRows(
            "check availability",
            profile.Limits.MaxNamesPerCheck ?? CautiousNamesPerCheck,
            rows => new DomainCheck([.. rows.Select(row => row.Column("domain")).DistinctBy(DomainNames.Normalize)]),
            (rows, response) =>
            {
                var items = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var item in response.DataElements.OfType<DomainCheckResult>().SelectMany(result => result.Items))
                {
                    items[DomainNames.Normalize(item.Name)] = item.Available ? "available" : item.Reason is null ? "unavailable" : $"unavailable: {item.Reason}";
                }

                return [.. rows.Select(row => items.GetValueOrDefault(DomainNames.Normalize(row.Column("domain"))))];
            });
    }

    /// <summary>
    /// Gives domains the name servers that they shall have. Columns: <c>domain</c>, and <c>nameservers</c>, all of them, separated by blanks,
    /// commas or semicolons. Info is asked first, and only what differs is sent. Done means that the registry has changed them, has accepted
    /// the change (1001), or had them already.
    /// </summary>
    /// <remarks>For registries whose name servers are objects (RFC 5731, section 1.1).</remarks>
    public static EppBulkTask ChangeNameServers() => EppBulkTask.ForEachRow("change name servers", async (row, client, token) =>
    {
        var wanted = NameServersOf(row);
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), token).ConfigureAwait(false);
        var present = info.Data.NameServers?.HostObjects ?? [];
        var remove = Without(present, wanted);
        var add = Without(wanted, present);
        return remove.Count + add.Count == 0 ? null : new DomainUpdate(info.Data.Name)
        {
            Remove = remove.Count == 0 ? null : new DomainAddRemove { NameServers = DomainNameServers.FromHostObjects(remove) },
            Add = add.Count == 0 ? null : new DomainAddRemove { NameServers = DomainNameServers.FromHostObjects(add) },
        };
    });

    /// <summary>
    /// Extends registrations. Columns: <c>domain</c>, <c>years</c> (1 where it is missing), and <c>expires</c>, the date on which the
    /// registration ends now, as yyyy-mm-dd. Done means that the registry has extended it; <see cref="EppBulkResult.Value"/> is the new date if the
    /// registry sends it, such as <c>2028-01-31T22:59:59Z</c>.
    /// </summary>
    /// <remarks>
    /// With <c>expires</c> a domain that was renewed by somebody meanwhile is refused by the registry, and nothing is asked before; without it
    /// info is asked for the date, and such a domain is renewed once more.
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
                    : throw new EppBulkRowException($"Column 'expires' is '{text}', and must be a date like 2027-01-31.");
            }

            var info = await client.SendAsync(new DomainInfo(name), token).ConfigureAwait(false);
            return info.Data.ExpiryDate is { } shown
                ? new DomainRenew(name, DateOnly.FromDateTime(shown.DateTime), years)
                : throw new EppBulkRowException("The registry does not show when the domain ends. Give the date in column 'expires'.");
        },
        response => response.DataElements.OfType<DomainRenewResult>().FirstOrDefault()?.ExpiryDate is { } end ? EppLexical.Format(end) : null);

    /// <summary>
    /// Changes how contacts are reached. Columns: <c>contact</c>, and any of <c>email</c>, <c>voice</c>, <c>fax</c>; what is empty stays as it
    /// is. Done means that the registry has changed it, or has accepted the change (1001).
    /// </summary>
    public static EppBulkTask UpdateContacts() => EppBulkTask.ForEachRow("update contacts", row =>
    {
        var change = new ContactChange { Email = row.ColumnOrNull("email"), Voice = row.ColumnOrNull("voice"), Fax = row.ColumnOrNull("fax") };
        return change is { Email: null, Voice: null, Fax: null }
            ? throw new EppBulkRowException("The row changes nothing: it needs a value in 'email', 'voice' or 'fax'.")
            : new ContactUpdate(row.Column("contact")) { Change = change };
    });

    /// <summary>The name servers in column <c>nameservers</c> of a row, separated by blanks, commas or semicolons: for tasks of packages.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="EppBulkRowException">There are none.</exception>
    public static IReadOnlyList<string> NameServersOf(EppBulkRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Column("nameservers").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static List<string> Without(IEnumerable<string> names, IEnumerable<string> others)
    {
        var known = others.Select(DomainNames.Normalize).ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(name => known.Add(DomainNames.Normalize(name)))];
    }

    private static ushort YearsOf(EppBulkRow row) => row.ColumnOrNull("years") is not { } text ? (ushort)1
        : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 99 ? years
        : throw new EppBulkRowException($"Column 'years' is '{text}', and must be a number from 1 to 99.");
}
