namespace EppClient.Dk.Testing;

/// <summary>A snapshot of the contents of a registry.</summary>
public sealed record DkRegistrySnapshot
{
    /// <summary>The registry's time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The registrars' accounts.</summary>
    public required IReadOnlyList<DkAccount> Accounts { get; init; }

    /// <summary>The logins.</summary>
    public required IReadOnlyList<DkServiceUser> Users { get; init; }

    /// <summary>The contacts.</summary>
    public required IReadOnlyList<DkContactRecord> Contacts { get; init; }

    /// <summary>The domains, including those with a pending application.</summary>
    public required IReadOnlyList<DkDomainStatus> Domains { get; init; }

    /// <summary>The hosts.</summary>
    public required IReadOnlyList<DkHostRecord> Hosts { get; init; }

    /// <summary>The names that are offered to contacts on their waiting lists.</summary>
    public required IReadOnlyList<DkWaitingListOffer> Offers { get; init; }

    /// <summary>The waiting messages in the queues of all logins, oldest first.</summary>
    public required IReadOnlyList<DkWaitingMessage> Messages { get; init; }

    /// <summary>The requests to persons that are still open.</summary>
    public required IReadOnlyList<DkConsentRequest> ConsentRequests { get; init; }

    /// <summary>The fast-track transfers that registrants started, oldest first.</summary>
    public required IReadOnlyList<DkFastTrackTransfer> FastTrackTransfers { get; init; }
}

/// <summary>A domain with the statuses that the registry shows for it.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Statuses">The statuses, including <c>redemptionPeriod</c>.</param>
public sealed record DkDomainStatus(DkDomainRecord Domain, IReadOnlyList<string> Statuses);

/// <summary>A message that waits to be polled.</summary>
/// <param name="User">The login to whose queue it belongs.</param>
/// <param name="Id">Its number.</param>
/// <param name="Queued">When it was queued.</param>
/// <param name="Text">The text.</param>
public sealed record DkWaitingMessage(string User, long Id, DateTimeOffset Queued, string Text);

/// <summary>A request that a person has to accept or refuse, outside EPP; see <see cref="DkPerson.Accept"/>.</summary>
/// <param name="Person">The handle of the person.</param>
/// <param name="Subject">The name of the domain or host.</param>
/// <param name="Text">The question.</param>
/// <param name="Expires">When it expires.</param>
public sealed record DkConsentRequest(string Person, string Subject, string Text, DateTimeOffset Expires);
