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

/// <summary>
/// What the .dk registry tells of an application that it has accepted: the number under which it handles it, in EPP and on its
/// web pages, and whether it regards the registrant as validated. The decision follows as a poll message.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:create", Response = true)]
public sealed partial record DkDomainCreateResult;

/// <summary>
/// What the .dk registry tells of a domain beyond RFC 5731. Tokens are shown to all who could have made them, other members
/// to everybody.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:info", Response = true)]
public sealed partial record DkDomainInfoResult
{
    private const string PendingDeletion = "pendingDeletionDate";
    private const string WaitingList = "offeredOnWaitingList";

    /// <summary>
    /// When the domain will be deleted for good; null where no deletion is under way. The date is indicative, and nothing
    /// says who or what ordered the deletion.
    /// </summary>
    public DateTimeOffset? PendingDeletionDate => DomainAdvisory?.Advisory == PendingDeletion ? DomainAdvisory.Date : null;

    /// <summary>Whether the name is offered to the head of its waiting list; such a domain has neither dates nor statuses.</summary>
    public bool IsOfferedOnWaitingList => DomainAdvisory?.Advisory == WaitingList;

    /// <summary>
    /// The token with which another registrar can take the domain over; null where there is none, or the caller may not see it.
    /// A secret: whoever has it has the domain.
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
