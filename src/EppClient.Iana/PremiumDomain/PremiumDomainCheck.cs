using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana.PremiumDomain;

/// <summary>Asks, together with the availability of domain names, whether they are premium names and what they cost.</summary>
[EppElement(IanaNamespaces.PremiumDomain, "check")]
public sealed partial record PremiumDomainCheck
{
    /// <summary>Creates the extension.</summary>
    [SetsRequiredMembers]
    public PremiumDomainCheck() => IsWanted = true;
}
