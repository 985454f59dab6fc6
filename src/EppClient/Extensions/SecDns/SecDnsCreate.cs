using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions.SecDns;

/// <summary>DS records or public keys for a domain name that is being registered (RFC 5910, section 5.2.1).</summary>
[EppElement(EppNamespaces.SecDns, "create")]
public sealed partial record SecDnsCreate
{
    /// <summary>Registers DS records.</summary>
    /// <param name="dsData">The DS records.</param>
    [SetsRequiredMembers]
    public SecDnsCreate(params IReadOnlyList<SecDnsDsData> dsData) => DsData = dsData;
}
