using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana.Iis;

/// <summary>The name servers that a domain name of .se or .nu gets together with its transfer; without it, it keeps those it has.</summary>
[EppElement(IanaNamespaces.Iis, "transfer")]
public sealed partial record IisTransfer
{
    /// <summary>Creates the extension.</summary>
    /// <param name="hostNames">The host names: 1 to 5.</param>
    [SetsRequiredMembers]
    public IisTransfer(params IReadOnlyList<string> hostNames) => NameServers = new IisNameServers { HostNames = hostNames };
}
