namespace EppClient.Dk.Testing;

/// <summary>All that a registry holds, at one moment.</summary>
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

    /// <summary>The domains, those that are only applied for included.</summary>
    public required IReadOnlyList<DkDomainStatus> Domains { get; init; }

    /// <summary>The hosts.</summary>
    public required IReadOnlyList<DkHostRecord> Hosts { get; init; }

    /// <summary>The names that are offered to somebody on their waiting lists.</summary>
    public required IReadOnlyList<DkWaitingListOffer> Offers { get; init; }

    /// <summary>The messages that wait in the queues of all logins, oldest first.</summary>
    public required IReadOnlyList<DkWaitingMessage> Messages { get; init; }

    /// <summary>What persons are asked and have not answered.</summary>
    public required IReadOnlyList<DkConsentRequest> ConsentRequests { get; init; }
}

/// <summary>A domain with the statuses that the registry shows for it.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Statuses">The statuses, <c>redemptionPeriod</c> included.</param>
public sealed record DkDomainStatus(DkDomainRecord Domain, IReadOnlyList<string> Statuses);

/// <summary>A message that waits to be polled.</summary>
/// <param name="User">The login in whose queue it stands.</param>
/// <param name="Id">Its number.</param>
/// <param name="Queued">Since when.</param>
/// <param name="Text">What it says.</param>
public sealed record DkWaitingMessage(string User, long Id, DateTimeOffset Queued, string Text);

/// <summary>Something that a person has to answer with yes or no, outside EPP; see <see cref="DkPerson.Accept"/>.</summary>
/// <param name="Person">The handle of who is asked.</param>
/// <param name="Subject">The name of the domain or host that it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Expires">When it lapses.</param>
public sealed record DkConsentRequest(string Person, string Subject, string Text, DateTimeOffset Expires);
