using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>
/// Creates commands that change an object from the state that info showed to the desired state. Only the difference is sent; if there
/// is none, no command is created.
/// </summary>
/// <remarks>
/// Info is a snapshot: if another party changed the object in the meantime, the registry refuses changes that no longer apply (2302, 2303).
/// Read the object again and compute the command again.
/// </remarks>
public static class DkDesiredState
{
    /// <summary>Replaces name servers. The registry drops all DS records of the domain, and a transfer token.</summary>
    /// <param name="current">The result of info.</param>
    /// <param name="nameServers">The complete set of hosts, in any form and order: two to seven.</param>
    /// <returns>The command; null if the domain has these name servers.</returns>
    public static DomainUpdate? SetNameServers(DomainInfoResult current, IReadOnlyList<string> nameServers) =>
        // The registry requires two name servers after the command; this has removals and additions in one command.
        DomainUpdate.SetNameServers(current, nameServers);

    /// <summary>Replaces DS records. Records that stay are not sent.</summary>
    /// <param name="current">The response to info, which has the DS records as an extension.</param>
    /// <param name="records">The complete set of records; empty to make the domain unsigned.</param>
    /// <returns>The command; null if the domain has these records.</returns>
    public static DomainUpdate? SetDsRecords(EppResponse<DomainInfoResult> current, IReadOnlyList<SecDnsDsData> records)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(records);
        return SetDsRecords(current.Data.Name, DsRecordsOf(current), records);
    }

    /// <summary>
    /// Changes admin and billing contact of a domain under registrant management. One command for each role, because the registry accepts one
    /// kind of operation at a time. To return a role to the registrant, pass the registrant's handle.
    /// </summary>
    /// <param name="current">The result of info for a caller with a role on the domain: other callers do not see the roles.</param>
    /// <param name="admin">The handle of the new admin; null to leave the role unchanged.</param>
    /// <param name="billing">The handle of the new billing contact; null to leave the role unchanged.</param>
    /// <returns>The commands, in the order in which to send them; empty if nothing changes.</returns>
    /// <exception cref="ArgumentException">The domain is not under registrant management, so its roles are implicit.</exception>
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
    /// <param name="current">The result of info.</param>
    /// <param name="addresses">The complete set of addresses.</param>
    /// <returns>The command; null if the host has these addresses.</returns>
    public static HostUpdate? SetAddresses(HostInfoResult current, IReadOnlyList<HostAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(addresses);
        var remove = current.Addresses.Where(address => !addresses.Any(other => AreSame(address, other))).ToList();
        var add = addresses.Where(address => !current.Addresses.Any(other => AreSame(address, other))).ToList();
        return remove.Count + add.Count == 0 ? null : new HostUpdate(current.Name)
        {
            Remove = remove.Count == 0 ? null : new HostUpdateItems { Addresses = remove },
            Add = add.Count == 0 ? null : new HostUpdateItems { Addresses = add },
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

        // If no record stays, remove all, as the registry's examples do: this also removes records that were added after info was read.
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

        // The registrant holds a role while no other contact has it.
        var remove = AreSame(present, current.Registrant) ? null : present;
        var add = AreSame(wanted, current.Registrant) ? null : wanted;
        yield return new DomainUpdate(current.Name)
        {
            Remove = remove is null ? null : new DomainUpdateItems { Contacts = [new DomainContact { Id = remove, Role = role }] },
            Add = add is null ? null : new DomainUpdateItems { Contacts = [new DomainContact { Id = add, Role = role }] },
        };
    }

    private static IEnumerable<SecDnsDsData> Distinct(IReadOnlyList<SecDnsDsData> records) =>
        records.Where((record, i) => !records.Take(i).Any(other => AreSame(record, other)));

    // The registry neither stores nor shows the other members of a record.
    private static bool AreSame(SecDnsDsData one, SecDnsDsData other) =>
        (one.KeyTag, one.Algorithm, one.DigestType, one.Digest) == (other.KeyTag, other.Algorithm, other.DigestType, other.Digest);

    private static bool AreSame(HostAddress one, HostAddress other) =>
        System.Net.IPAddress.TryParse(one.Value, out var first) && System.Net.IPAddress.TryParse(other.Value, out var second)
            ? first.Equals(second)
            : one.Value == other.Value;

    private static bool AreSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
