using System.ComponentModel.DataAnnotations;
using EppClient;
using EppClient.Extensions;
using EppClient.Xml;

namespace RegistrarApi.Domains;

/// <summary>An application for a domain.</summary>
/// <param name="Name">The name.</param>
/// <param name="Registrant">The handle of a contact of this account.</param>
/// <param name="TermsAccepted">When the registrant accepted the registry's terms, at most 30 days ago.</param>
/// <param name="NameServers">Two to seven hosts that are registered with the registry.</param>
public sealed record ApplicationRequest(
    [property: Required] EppDomainName? Name,
    [property: Required] string? Registrant,
    [property: Required] DateTimeOffset? TermsAccepted,
    [property: Required, MinLength(2), MaxLength(7)] IReadOnlyList<string>? NameServers);

/// <summary>The setting of automatic renewal.</summary>
/// <param name="AutoRenew">Whether the domain renews at the end of its term.</param>
public sealed record AutoRenewRequest([property: Required] bool? AutoRenew);

/// <summary>The delegation of a domain.</summary>
/// <param name="NameServers">The complete set of hosts, two to seven.</param>
/// <param name="DsRecords">The complete set of DS records; null or empty for an unsigned domain. The registry removes those that are not given.</param>
public sealed record DelegationRequest([property: Required, MinLength(2), MaxLength(7)] IReadOnlyList<string>? NameServers, IReadOnlyList<DsRecord>? DsRecords);

/// <summary>A DS record (RFC 4034, section 5).</summary>
/// <param name="KeyTag">The key tag.</param>
/// <param name="Algorithm">The algorithm of the key.</param>
/// <param name="DigestType">The algorithm of the digest.</param>
/// <param name="Digest">The digest, in hexadecimal digits.</param>
public sealed record DsRecord(ushort KeyTag, byte Algorithm, byte DigestType, [property: Required, RegularExpression("^([0-9A-Fa-f]{2})+$")] string? Digest)
{
    internal static DsRecord From(SecDnsDsData data) => new(data.KeyTag, data.Algorithm, data.DigestType, data.Digest.ToHex());

    internal SecDnsDsData ToData() => new() { KeyTag = KeyTag, Algorithm = Algorithm, DigestType = DigestType, Digest = EppBinary.FromHex(Digest!) };
}
