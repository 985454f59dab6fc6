using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Checks whether hosts can be created (RFC 5732, section 3.1.1).</summary>
[EppElement(EppNamespaces.Host, "check")]
public sealed partial record HostCheck;

/// <summary>The response to <see cref="HostCheck"/>: one item per host.</summary>
[EppElement(EppNamespaces.Host, "chkData")]
public sealed partial record HostCheckResult
{
    /// <summary>Gets the item of a host.</summary>
    /// <param name="name">The name of the host, in any form: case, trailing dot and U-labels make no difference.</param>
    /// <exception cref="KeyNotFoundException">The response has no item for it.</exception>
    public HostCheckItem this[string name] => Find(name) ?? throw new KeyNotFoundException($"The response to the check has no item for '{name}'.");

    /// <summary>Finds the item of a host.</summary>
    /// <param name="name">The name of the host, in any form: case, trailing dot and U-labels make no difference.</param>
    /// <returns>The item; null if the response has none.</returns>
    public HostCheckItem? Find(string name) => CheckItems.FindByName(Items, static item => item.Name, name);
}

/// <summary>Reads a host (RFC 5732, section 3.1.2).</summary>
[EppElement(EppNamespaces.Host, "info")]
public sealed partial record HostInfo;

/// <summary>The response to <see cref="HostInfo"/>: the data of a host.</summary>
[EppElement(EppNamespaces.Host, "infData")]
public sealed partial record HostInfoResult;

/// <summary>Creates a host: a name server for delegations of domain names (RFC 5732, section 3.2.1).</summary>
[EppElement(EppNamespaces.Host, "create")]
public sealed partial record HostCreate
{
    /// <summary>Creates the host with its addresses.</summary>
    /// <param name="name">The fully qualified name of the host.</param>
    /// <param name="addresses">Its IP addresses; empty if its name is outside the registry's zones.</param>
    [SetsRequiredMembers]
    public HostCreate(string name, params IReadOnlyList<HostAddress> addresses)
        : this(name) => Addresses = addresses;
}

/// <summary>The response to <see cref="HostCreate"/>: the host with its date of creation.</summary>
[EppElement(EppNamespaces.Host, "creData")]
public sealed partial record HostCreateResult;

/// <summary>Deletes a host (RFC 5732, section 3.2.2).</summary>
[EppElement(EppNamespaces.Host, "delete")]
public sealed partial record HostDelete;

/// <summary>Changes a host (RFC 5732, section 3.2.5).</summary>
[EppElement(EppNamespaces.Host, "update")]
public sealed partial record HostUpdate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) => UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
}

/// <summary>Addresses and statuses to add to a host or to remove from it (RFC 5732).</summary>
[EppType(EppNamespaces.Host, "addRemType")]
public sealed partial record HostUpdateItems
{
    /// <summary>Gets items with one status.</summary>
    /// <param name="status">The status.</param>
    public static implicit operator HostUpdateItems(HostStatusValue status) => new() { Statuses = [status] };

    /// <summary>Gets items with addresses.</summary>
    /// <param name="addresses">The IP addresses.</param>
    [return: NotNullIfNotNull(nameof(addresses))]
    public static implicit operator HostUpdateItems?(string[]? addresses) => addresses is null ? null : new() { Addresses = [.. addresses.Select(address => (HostAddress)address)] };
}

/// <summary>The outcome of a pending command (RFC 5732, section 3.3); delivered in the message queue.</summary>
[EppElement(EppNamespaces.Host, "panData")]
public sealed partial record HostPendingActionResult : IEppPendingActionResult;
