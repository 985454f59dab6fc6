using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// Commands that bring an object from the state that info showed to the state that is wanted. Only the difference is sent; where there
/// is none, no command is made.
/// </summary>
/// <remarks>
/// Info is a moment ago: where somebody else changed the object since, the registry refuses what no longer fits (2302, 2303). Read it
/// again and compute once more.
/// </remarks>
public static class DkDesiredState
{
    /// <summary>Replaces name servers. The registry drops all DS records of the domain, and a token for transfer.</summary>
    /// <param name="current">What info answered.</param>
    /// <param name="nameServers">All hosts that the domain shall have, in any form and order: two to seven.</param>
    /// <returns>The command; null where the domain has these name servers.</returns>
    public static DomainUpdate? SetNameServers(DomainInfoResult current, IReadOnlyList<string> nameServers)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(nameServers);
        var present = current.NameServers?.HostObjects ?? [];
        var remove = Except(present, nameServers);
        var add = Except(nameServers, present);

        // The two that must remain are counted when all is done, so that both belong into one command.
        return remove.Count + add.Count == 0 ? null : DkDomain.ReplaceNameServers(current.Name, remove, add);
    }

    /// <summary>Replaces DS records. Those that stay are not touched.</summary>
    /// <param name="current">The answer to info: DS records come as an extension of it.</param>
    /// <param name="records">All records that the domain shall have; none to make it unsigned.</param>
    /// <returns>The command; null where the domain has these records.</returns>
    public static DomainUpdate? SetDsRecords(EppResponse<DomainInfoResult> current, IReadOnlyList<SecDnsDsData> records)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(records);
        return SetDsRecords(current.Data.Name, DsRecordsOf(current), records);
    }

    /// <summary>
    /// Changes who is admin and billing contact of a domain under registrant management. One command for each role, because the
    /// registry takes one kind of operation at a time. The registrant as holder means that nobody else is: the role falls back.
    /// </summary>
    /// <param name="current">What info answered to a caller with a role on the domain: others do not see the roles.</param>
    /// <param name="admin">The handle that shall be admin; null to leave the role alone.</param>
    /// <param name="billing">The handle that shall be billing contact; null to leave the role alone.</param>
    /// <returns>The commands, in the order in which to send them; none where nothing changes.</returns>
    /// <exception cref="ArgumentException">The domain is not under registrant management, so that its roles are implied.</exception>
    public static IReadOnlyList<DomainUpdate> SetContacts(DomainInfoResult current, string? admin = null, string? billing = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.GetHandlingModel() != DkHandlingModel.RegistrantManaged)
        {
            throw new ArgumentException("Only domains under registrant management have an admin and a billing contact; under registrar management the registrar is both by itself.", nameof(current));
        }

        return
        [
            .. SetContact(current, DomainContactRole.Administrative, admin),
            .. SetContact(current, DomainContactRole.Billing, billing),
        ];
    }

    /// <summary>Replaces the addresses of a host.</summary>
    /// <param name="current">What info answered.</param>
    /// <param name="addresses">All addresses that the host shall have.</param>
    /// <returns>The command; null where the host has these addresses.</returns>
    public static HostUpdate? SetAddresses(HostInfoResult current, IReadOnlyList<HostAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(addresses);
        var remove = current.Addresses.Where(address => !addresses.Any(other => AreSame(address, other))).ToList();
        var add = addresses.Where(address => !current.Addresses.Any(other => AreSame(address, other))).ToList();
        return remove.Count + add.Count == 0 ? null : new HostUpdate(current.Name)
        {
            Remove = remove.Count == 0 ? null : new HostAddRemove { Addresses = remove },
            Add = add.Count == 0 ? null : new HostAddRemove { Addresses = add },
        };
    }

    internal static DomainUpdate? SetDsRecords(string name, IReadOnlyList<SecDnsDsData> present, IReadOnlyList<SecDnsDsData> records)
    {
        var remove = present.Where(record => !records.Any(other => AreSame(record, other))).ToList();
        var add = Distinct(records).Where(record => !present.Any(other => AreSame(record, other))).ToList();
        if (remove.Count + add.Count == 0)
        {
            return null;
        }

        // Where nothing stays, the registry's own pattern: it also removes what came since info was read.
        var removal = remove.Count == 0 ? null
            : remove.Count == present.Count ? SecDnsRemoval.FromAll(true)
            : SecDnsRemoval.FromDsData(remove);
        return new DomainUpdate(name)
        {
            Extensions = [new SecDnsUpdate { Remove = removal, Add = add.Count == 0 ? null : new SecDnsDsOrKeyData { DsData = add } }],
        };
    }

    internal static IReadOnlyList<SecDnsDsData> DsRecordsOf(EppResponse info) => info.Extension<SecDnsInfoResult>()?.DsData ?? [];

    private static IEnumerable<DomainUpdate> SetContact(DomainInfoResult current, DomainContactRole role, string? wanted)
    {
        var present = current.Contacts.FirstOrDefault(contact => contact.Role == role)?.Id ?? current.Registrant;
        if (wanted is null || AreSame(wanted, present))
        {
            yield break;
        }

        // The registrant holds a role by having given it to nobody.
        var remove = AreSame(present, current.Registrant) ? null : present;
        var add = AreSame(wanted, current.Registrant) ? null : wanted;
        yield return new DomainUpdate(current.Name)
        {
            Remove = remove is null ? null : new DomainAddRemove { Contacts = [new DomainContact { Id = remove, Role = role }] },
            Add = add is null ? null : new DomainAddRemove { Contacts = [new DomainContact { Id = add, Role = role }] },
        };
    }

    private static List<string> Except(IEnumerable<string> names, IReadOnlyList<string> others)
    {
        var known = others.Select(DkDomainName.From).ToHashSet();
        return [.. names.Where(name => known.Add(DkDomainName.From(name)))];
    }

    private static IEnumerable<SecDnsDsData> Distinct(IReadOnlyList<SecDnsDsData> records) =>
        records.Where((record, i) => !records.Take(i).Any(other => AreSame(record, other)));

    // What else a record can carry is neither kept nor shown by the registry.
    private static bool AreSame(SecDnsDsData one, SecDnsDsData other) =>
        (one.KeyTag, one.Algorithm, one.DigestType, one.Digest) == (other.KeyTag, other.Algorithm, other.DigestType, other.Digest);

    private static bool AreSame(HostAddress one, HostAddress other) =>
        System.Net.IPAddress.TryParse(one.Value, out var first) && System.Net.IPAddress.TryParse(other.Value, out var second)
            ? first.Equals(second)
            : one.Value == other.Value;

    private static bool AreSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
