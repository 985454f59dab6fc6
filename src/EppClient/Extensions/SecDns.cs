using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>DS records or public keys for a domain name that is being registered (RFC 5910, section 5.2.1).</summary>
[EppElement(EppNamespaces.SecDns, "create")]
public sealed partial record SecDnsCreate
{
    /// <summary>Registers DS records.</summary>
    /// <param name="dsData">The DS records.</param>
    [SetsRequiredMembers]
    public SecDnsCreate(params IReadOnlyList<SecDnsDsData> dsData) => DsData = dsData;
}

/// <summary>The DS records or public keys of a domain name, in the response to an info command (RFC 5910, section 5.1.2).</summary>
[EppElement(EppNamespaces.SecDns, "infData")]
public sealed partial record SecDnsInfoResult;

/// <summary>Changes the DS records or public keys of a domain name (RFC 5910, section 5.2.5).</summary>
/// <remarks>
/// Records are removed before records are added: <c>new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true), Add = ... }</c> replaces all records.
/// </remarks>
[EppElement(EppNamespaces.SecDns, "update")]
public sealed partial record SecDnsUpdate;

/// <summary>A DS record (RFC 5910, section 4.1).</summary>
[EppType(EppNamespaces.SecDns, "dsDataType")]
public sealed partial record SecDnsDsData
{
    /// <summary>Creates a DS record from its four fields, in the order of zone files.</summary>
    /// <param name="keyTag">The key tag.</param>
    /// <param name="algorithm">The algorithm number of the key, such as 13 for ECDSA P-256.</param>
    /// <param name="digestType">The algorithm number of the digest, such as 2 for SHA-256.</param>
    /// <param name="digest">The digest of the key.</param>
    [SetsRequiredMembers]
    public SecDnsDsData(ushort keyTag, byte algorithm, byte digestType, EppBinary digest) =>
        (KeyTag, Algorithm, DigestType, Digest) = (keyTag, algorithm, digestType, digest);
}
