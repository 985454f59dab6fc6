using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// What rides on the update of a .dk domain: the order confirmation token with a change of registrant, or <c>AutoRenew</c>.
/// The registry wants one operation in a command, so one of them; <see cref="DkDomain"/> makes the usual commands.
/// </summary>
/// <remarks>
/// <c>AutoRenew</c> set to false is how a deletion at the end of the paid term is ordered: the domain is suspended then and can
/// still be restored for 30 days. It can be changed until the expiry date.
/// </remarks>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:update")]
public sealed partial record DkDomainUpdate
{
    /// <summary>Creates the extension of a change of registrant.</summary>
    /// <param name="termsAccepted">
    /// When the new registrant accepted the registry's terms. The registry takes times of the last 30 days (2004 otherwise).
    /// </param>
    public DkDomainUpdate(DateTimeOffset termsAccepted) => OrderConfirmationToken = OrderConfirmation.TokenOf(termsAccepted);
}
