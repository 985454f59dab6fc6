using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Asks whether hosts can be created (RFC 5732, section 3.1.1).</summary>
[EppElement(EppNamespaces.Host, "check")]
public sealed partial record HostCheck;

/// <summary>The answer to <see cref="HostCheck"/>: one item per host.</summary>
[EppElement(EppNamespaces.Host, "chkData")]
public sealed partial record HostCheckResult;

/// <summary>Reads a host (RFC 5732, section 3.1.2).</summary>
[EppElement(EppNamespaces.Host, "info")]
public sealed partial record HostInfo;

/// <summary>The answer to <see cref="HostInfo"/>: what the registry knows about a host.</summary>
[EppElement(EppNamespaces.Host, "infData")]
public sealed partial record HostInfoResult;

/// <summary>Creates a host, a name server that domain names can be delegated to (RFC 5732, section 3.2.1).</summary>
[EppElement(EppNamespaces.Host, "create")]
public sealed partial record HostCreate
{
    /// <summary>Creates the host with its addresses.</summary>
    /// <param name="name">The fully qualified name of the host.</param>
    /// <param name="addresses">Its IP addresses; none where its name lies outside of the registry's zones.</param>
    [SetsRequiredMembers]
    public HostCreate(string name, params IReadOnlyList<HostAddress> addresses)
        : this(name) => Addresses = addresses;
}

/// <summary>The answer to <see cref="HostCreate"/>: the host with its date of creation.</summary>
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

/// <summary>The outcome of a command that had been accepted as pending (RFC 5732, section 3.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Host, "panData")]
public sealed partial record HostPendingActionResult : IEppPendingActionResult;
