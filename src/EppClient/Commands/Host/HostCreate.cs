using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Commands.Host;

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
