using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions.SecDns;

/// <summary>A DS record (RFC 5910, section 4.1).</summary>
[EppType(EppNamespaces.SecDns, "dsDataType")]
public sealed partial record SecDnsDsData
{
    /// <summary>Takes the four fields of a DS record, in the order of zone files.</summary>
    /// <param name="keyTag">The key tag.</param>
    /// <param name="algorithm">The number of the key's algorithm, such as 13 for ECDSA P-256.</param>
    /// <param name="digestType">The number of the digest's algorithm, such as 2 for SHA-256.</param>
    /// <param name="digest">The digest of the key.</param>
    [SetsRequiredMembers]
    public SecDnsDsData(ushort keyTag, byte algorithm, byte digestType, EppBinary digest) =>
        (KeyTag, Algorithm, DigestType, Digest) = (keyTag, algorithm, digestType, digest);
}
