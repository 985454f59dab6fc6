namespace EppClient.Dk.Testing;

/// <summary>Behavior on which the registry's documents contradict each other. Each is off by default.</summary>
public sealed record DkQuirks
{
    /// <summary>Info, delete and acknowledgement of a missing object respond with 2302, not with 2303.</summary>
    public bool MissingObjectIs2302 { get; init; }

    /// <summary>Checks respond <c>In Use</c>, not <c>In use</c>.</summary>
    public bool CapitalInUse { get; init; }

    /// <summary>redemptionPeriod is one of the domain's own statuses, not in the extension of RFC 3915.</summary>
    public bool RedemptionAsDomainStatus { get; init; }

    /// <summary>The response to an application has domain_confirmed.</summary>
    public bool DomainConfirmed { get; init; }

    /// <summary>The response has the address of a foreign contact in the local form, as in the registry's examples, not in the international form.</summary>
    public bool LocalFormForAll { get; init; }

    /// <summary>Every response has the number of waiting messages.</summary>
    public bool QueueInEveryResponse { get; init; }

    /// <summary>Other accounts see the registrar's name, not its handle, as the domain's sponsor.</summary>
    public bool SponsorByName { get; init; }

    /// <summary>A registrar's handle is refused as name server manager.</summary>
    public bool RefuseRegistrarAsNameServerManager { get; init; }

    /// <summary>The response does not repeat the client's transaction id.</summary>
    public bool OmitClientTransactionId { get; init; }

    /// <summary>A registrant under another handling model is refused by a message after the application, not at once with 2305.</summary>
    public bool HandlingMismatchByMessage { get; init; }

    /// <summary>Tokens for a change of name servers can be created.</summary>
    public bool RedelegationTokens { get; init; }

    /// <summary>A renewal is refused with 2104 if the balance is too low. Without this quirk, the balance goes below zero.</summary>
    public bool RefuseRenewalWithoutCredit { get; init; }

    /// <summary>A transfer is refused with 2104 if the balance is too low.</summary>
    public bool RefuseTransferWithoutCredit { get; init; }

    /// <summary>An update of a domain with changes of more than one kind is refused with 2308.</summary>
    public bool RefuseMixedUpdates { get; init; }

    /// <summary>A maximum signature life in DS records is refused with 2307, not ignored.</summary>
    public bool RefuseSignatureLife { get; init; }

    /// <summary>The owner of the position on the waiting list gets the name without the code.</summary>
    public bool WaitingListOwnerNeedsNoCode { get; init; }

    /// <summary>A new name for a host is refused with 2307 as an unimplemented command, not with 2102 as an unimplemented option.</summary>
    public bool RenameIsUnimplementedCommand { get; init; }

    /// <summary>A registrar that may not change a contact or its password is refused with 2400, not with 2201.</summary>
    public bool ContactRefusalIs2400 { get; init; }

    /// <summary>A restore returns a domain unchanged, for the fee alone, and adds a year only if the paid term is over.</summary>
    public bool RestoreAddsNoYear { get; init; }

    /// <summary>The message about a deletion that a restore has stopped has the transaction ids of the restore, not of the deletion.</summary>
    public bool StoppedDeletionNamesRestore { get; init; }

    /// <summary>
    /// A name server manager that manages all name servers of a domain under registrant management changes them at once, without the registrant's consent.
    /// </summary>
    public bool ManagersChangeNameServersAtOnce { get; init; }

    /// <summary>Changes of DS records that are marked as urgent are refused with 2102, not carried out like others.</summary>
    public bool RefuseUrgentDsRecords { get; init; }

    /// <summary>A host below a .dk domain can be created without an address, which it needs only when it serves that domain.</summary>
    public bool HostsBelowDomainsNeedNoAddress { get; init; }

    /// <summary>The response to a restore has its state in the extension of RFC 3915, as until version 5.0.</summary>
    public bool RestoreShowsState { get; init; }

    /// <summary>Only their managers can delete hosts below a registrar's own domains, not the registrar too.</summary>
    public bool OnlyManagersDeleteHosts { get; init; }

    /// <summary>The greeting does not have the namespace of the withdrawal, which ended in July 2026.</summary>
    public bool OmitWithdrawNamespace { get; init; }

    /// <summary>Responses use dkhm-4.4 although the client supports 4.5.</summary>
    public bool RespondInVersion44 { get; init; }
}
