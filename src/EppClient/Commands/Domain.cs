using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Checks whether domain names can be registered (RFC 5731, section 3.1.1).</summary>
[EppElement(EppNamespaces.Domain, "check")]
public sealed partial record DomainCheck;

/// <summary>The response to <see cref="DomainCheck"/>: one item per domain name.</summary>
[EppElement(EppNamespaces.Domain, "chkData")]
public sealed partial record DomainCheckResult
{
    /// <summary>Gets the item of a domain name.</summary>
    /// <param name="name">The domain name, in any form: case, trailing dot and U-labels make no difference.</param>
    /// <exception cref="KeyNotFoundException">The response has no item for it.</exception>
    public DomainCheckItem this[string name] => Find(name) ?? throw new KeyNotFoundException($"The response to the check has no item for '{name}'.");

    /// <summary>Finds the item of a domain name.</summary>
    /// <param name="name">The domain name, in any form: case, trailing dot and U-labels make no difference.</param>
    /// <returns>The item; null if the response has none.</returns>
    public DomainCheckItem? Find(string name) => CheckItems.FindByName(Items, static item => item.Name, name);
}

/// <summary>Reads a domain name (RFC 5731, section 3.1.2).</summary>
[EppElement(EppNamespaces.Domain, "info")]
public sealed partial record DomainInfo;

/// <summary>The response to <see cref="DomainInfo"/>: the data of a domain name that the registry shows to this client.</summary>
[EppElement(EppNamespaces.Domain, "infData")]
public sealed partial record DomainInfoResult;

/// <summary>Registers a domain name (RFC 5731, section 3.2.1).</summary>
[EppElement(EppNamespaces.Domain, "create")]
public sealed partial record DomainCreate;

/// <summary>The response to <see cref="DomainCreate"/>: the name with its dates.</summary>
[EppElement(EppNamespaces.Domain, "creData")]
public sealed partial record DomainCreateResult;

/// <summary>Deletes a domain name (RFC 5731, section 3.2.2).</summary>
[EppElement(EppNamespaces.Domain, "delete")]
public sealed partial record DomainDelete;

/// <summary>Extends the registration of a domain name (RFC 5731, section 3.2.3).</summary>
[EppElement(EppNamespaces.Domain, "renew")]
public sealed partial record DomainRenew
{
    /// <summary>Extends the registration by a number of years.</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="currentExpiryDate">The current expiry date. The registry rejects a second renewal with the same date.</param>
    /// <param name="years">The number of years, from 1 to 99.</param>
    [SetsRequiredMembers]
    public DomainRenew(string name, DateOnly currentExpiryDate, ushort years)
        : this(name, currentExpiryDate)
    {
        Period = years;
        PeriodUnit = DomainPeriodUnit.Year;
    }
}

/// <summary>The response to <see cref="DomainRenew"/>: the name with its new expiry date.</summary>
[EppElement(EppNamespaces.Domain, "renData")]
public sealed partial record DomainRenewResult;

/// <summary>Transfers a domain name to this registrar, or queries, approves, rejects or cancels a transfer (RFC 5731, sections 3.1.3 and 3.2.4).</summary>
[EppElement(EppNamespaces.Domain, "transfer")]
public sealed partial record DomainTransfer
{
    /// <summary>Requests the transfer of a domain name to this account.</summary>
    /// <param name="name">The fully qualified name of the domain.</param>
    /// <param name="authInfo">The authorization information that the registrant has from the current registrar. A secret.</param>
    public static DomainTransfer Request(string name, string authInfo) => new(EppTransferOperation.Request, name) { AuthInfo = DomainAuthInfo.FromPassword(authInfo) };

    /// <summary>Queries the status of a transfer.</summary>
    /// <param name="name">The fully qualified name of the domain.</param>
    /// <param name="authInfo">The authorization information, for registrars that are not party to the transfer. Default: null, none.</param>
    public static DomainTransfer Query(string name, string? authInfo = null) =>
        new(EppTransferOperation.Query, name) { AuthInfo = authInfo is null ? null : DomainAuthInfo.FromPassword(authInfo) };

    /// <summary>Approves the transfer of a domain name away from this account.</summary>
    /// <param name="name">The fully qualified name of the domain.</param>
    public static DomainTransfer Approve(string name) => new(EppTransferOperation.Approve, name);

    /// <summary>Rejects the transfer of a domain name away from this account.</summary>
    /// <param name="name">The fully qualified name of the domain.</param>
    public static DomainTransfer Reject(string name) => new(EppTransferOperation.Reject, name);

    /// <summary>Cancels a transfer that this account has requested.</summary>
    /// <param name="name">The fully qualified name of the domain.</param>
    public static DomainTransfer Cancel(string name) => new(EppTransferOperation.Cancel, name);
}

/// <summary>The response to <see cref="DomainTransfer"/>, and the notice about a transfer in the message queue.</summary>
[EppElement(EppNamespaces.Domain, "trnData")]
public sealed partial record DomainTransferResult;

/// <summary>Changes a domain name (RFC 5731, section 3.2.5).</summary>
[EppElement(EppNamespaces.Domain, "update")]
public sealed partial record DomainUpdate : ICheckedCommand
{
    /// <summary>Removes name servers that are host objects, and adds others, in one command.</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="remove">The names of the hosts to remove; may be empty.</param>
    /// <param name="add">The names of the hosts to add; may be empty.</param>
    public static DomainUpdate ReplaceNameServers(string name, IReadOnlyList<string> remove, IReadOnlyList<string> add)
    {
        ArgumentNullException.ThrowIfNull(remove);
        ArgumentNullException.ThrowIfNull(add);
        return new DomainUpdate(name)
        {
            Remove = remove.Count == 0 ? null : new DomainUpdateItems { NameServers = DomainNameServers.FromHostObjects(remove) },
            Add = add.Count == 0 ? null : new DomainUpdateItems { NameServers = DomainNameServers.FromHostObjects(add) },
        };
    }

    /// <summary>Gives a domain a set of name servers that are host objects. Only the difference from the present ones is sent, in one command.</summary>
    /// <param name="current">The result of info.</param>
    /// <param name="nameServers">The complete set of hosts, in any form and order.</param>
    /// <returns>The command; null if the domain has these name servers.</returns>
    public static DomainUpdate? SetNameServers(DomainInfoResult current, IReadOnlyList<string> nameServers)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(nameServers);
        var present = current.NameServers?.HostObjects ?? [];
        var (remove, add) = (Except(present, nameServers), Except(nameServers, present));
        return remove.Count + add.Count == 0 ? null : ReplaceNameServers(current.Name, remove, add);
    }

    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) => UpdateRules.RequirePart(this, Add, Remove, Change, extensions);

    private static List<string> Except(IEnumerable<string> names, IEnumerable<string> others)
    {
        var known = others.Select(EppDomainName.Normalize).ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(name => known.Add(EppDomainName.Normalize(name)))];
    }
}

/// <summary>Name servers, contacts and statuses to add to a domain name or to remove from it (RFC 5731).</summary>
[EppType(EppNamespaces.Domain, "addRemType")]
public sealed partial record DomainUpdateItems
{
    /// <summary>Gets items with one status.</summary>
    /// <param name="status">The status.</param>
    public static implicit operator DomainUpdateItems(DomainStatusValue status) => new() { Statuses = [status] };

    /// <summary>Gets items with statuses.</summary>
    /// <param name="statuses">The statuses.</param>
    [return: NotNullIfNotNull(nameof(statuses))]
    public static implicit operator DomainUpdateItems?(DomainStatusValue[]? statuses) => statuses is null ? null : new() { Statuses = [.. statuses.Select(status => (DomainStatus)status)] };

    /// <summary>Gets items with name servers that are host objects.</summary>
    /// <param name="hosts">The names of the hosts.</param>
    [return: NotNullIfNotNull(nameof(hosts))]
    public static implicit operator DomainUpdateItems?(string[]? hosts) => hosts is null ? null : new() { NameServers = DomainNameServers.FromHostObjects(hosts) };

    /// <summary>Gets items with name servers.</summary>
    /// <param name="nameServers">The name servers.</param>
    [return: NotNullIfNotNull(nameof(nameServers))]
    public static implicit operator DomainUpdateItems?(DomainNameServers? nameServers) => nameServers is null ? null : new() { NameServers = nameServers };

    /// <summary>Gets items with one contact.</summary>
    /// <param name="contact">The contact, with its role.</param>
    [return: NotNullIfNotNull(nameof(contact))]
    public static implicit operator DomainUpdateItems?(DomainContact? contact) => contact is null ? null : new() { Contacts = [contact] };
}

/// <summary>The outcome of a pending command (RFC 5731, section 3.3); delivered in the message queue.</summary>
[EppElement(EppNamespaces.Domain, "panData")]
public sealed partial record DomainPendingActionResult : IEppPendingActionResult;
