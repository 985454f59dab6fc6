using EppClient.Xml;

namespace EppClient.Extensions.SecDns;

/// <summary>Changes the DS records or public keys of a domain name (RFC 5910, section 5.2.5).</summary>
/// <remarks>Removal comes before addition: <c>new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true), Add = ... }</c> replaces all records.</remarks>
[EppElement(EppNamespaces.SecDns, "update")]
public sealed partial record SecDnsUpdate;
