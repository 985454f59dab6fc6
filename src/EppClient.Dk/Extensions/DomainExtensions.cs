using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// Fields that the .dk registry requires in an application for a domain: proof that the registrant has accepted the registry's terms,
/// and whether the domain renews automatically (default: the account's default).
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:create")]
public sealed partial record DkDomainCreate
{
    /// <summary>Creates the extension with the order confirmation token for a time.</summary>
    /// <param name="termsAccepted">
    /// When the registrant accepted the registry's terms. The registry accepts times within the last 30 days (2004 otherwise).
    /// </param>
    [SetsRequiredMembers]
    public DkDomainCreate(DateTimeOffset termsAccepted) => OrderConfirmationToken = OrderConfirmation.TokenOf(termsAccepted);
}

/// <summary>
/// Fields that the .dk registry returns for an accepted application: the tracking number, which is used in EPP and on the registry's
/// web pages, and whether the registrant counts as validated. The decision follows as a poll message.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:create", Response = true)]
public sealed partial record DkDomainCreateResult;

/// <summary>
/// Fields that the .dk registry shows of a domain in addition to RFC 5731. Tokens are shown to the accounts that could have created them,
/// other members to everyone.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:info", Response = true)]
public sealed partial record DkDomainInfoResult
{
    private const string PendingDeletion = "pendingDeletionDate";
    private const string WaitingList = "offeredOnWaitingList";

    /// <summary>
    /// When the domain will be permanently deleted; null if no deletion is pending. The date is indicative. The registry does not show
    /// what caused the deletion.
    /// </summary>
    public DateTimeOffset? PendingDeletionDate => DomainAdvisory?.Advisory == PendingDeletion ? DomainAdvisory.Date : null;

    /// <summary>Whether the name is offered to the first on its waiting list; such a domain has neither dates nor statuses.</summary>
    public bool IsOfferedOnWaitingList => DomainAdvisory?.Advisory == WaitingList;

    /// <summary>
    /// The token with which another registrar can transfer the domain; null if there is none, or if the caller may not see it.
    /// A secret: it gives control of the domain.
    /// </summary>
    public DkAuthInfo? TransferToken
    {
        get
        {
            foreach (var token in AuthInfo)
            {
                if (token.Operation == DkAuthInfoOperation.Transfer)
                {
                    return token;
                }
            }

            return null;
        }
    }
}

/// <summary>
/// Fields in the update of a .dk domain: the order confirmation token for a change of registrant, or <c>AutoRenew</c>.
/// The registry accepts one operation per command, so set only one of them; <see cref="DkDomain"/> creates the usual commands.
/// </summary>
/// <remarks>
/// Set <c>AutoRenew</c> to false to delete a domain at the end of its paid term: it is then suspended and can be restored for 30 days.
/// <c>AutoRenew</c> can be changed until the expiry date.
/// </remarks>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:update")]
public sealed partial record DkDomainUpdate
{
    /// <summary>Creates the extension for a change of registrant.</summary>
    /// <param name="termsAccepted">
    /// When the new registrant accepted the registry's terms. The registry accepts times within the last 30 days (2004 otherwise).
    /// </param>
    public DkDomainUpdate(DateTimeOffset termsAccepted) => OrderConfirmationToken = OrderConfirmation.TokenOf(termsAccepted);
}
