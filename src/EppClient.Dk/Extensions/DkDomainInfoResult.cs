using EppClient.Xml;

namespace EppClient.Dk;

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
