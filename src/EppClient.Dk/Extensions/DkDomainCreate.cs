using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// What the .dk registry wants with an application for a domain: proof that the registrant has accepted the registry's terms,
/// and whether the domain shall renew itself (the account's default where that is left out).
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:create")]
public sealed partial record DkDomainCreate
{
    /// <summary>Creates the extension with the order confirmation token that stands for a time.</summary>
    /// <param name="termsAccepted">
    /// When the registrant accepted the registry's terms. The registry takes times of the last 30 days (2004 otherwise).
    /// </param>
    [SetsRequiredMembers]
    public DkDomainCreate(DateTimeOffset termsAccepted) => OrderConfirmationToken = OrderConfirmation.TokenOf(termsAccepted);
}
