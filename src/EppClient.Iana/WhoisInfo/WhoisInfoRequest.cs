using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana.WhoisInfo;

/// <summary>Asks, together with a domain name, for what Whois says about its registrar.</summary>
[EppElement(IanaNamespaces.WhoisInfo, "whoisInf")]
public sealed partial record WhoisInfoRequest
{
    /// <summary>Creates the extension.</summary>
    [SetsRequiredMembers]
    public WhoisInfoRequest() => IsWanted = true;
}
