namespace EppClient.Dk.Testing;

/// <summary>Behaviour that one document of the registry describes and another denies. Each is off by default.</summary>
public sealed record DkQuirks
{
    /// <summary>A missing object is answered with 2302 on info, delete and acknowledgement, not with 2303.</summary>
    public bool MissingObjectIs2302 { get; init; }

    /// <summary>Checks answer <c>In Use</c>, not <c>In use</c>.</summary>
    public bool CapitalInUse { get; init; }

    /// <summary>redemptionPeriod stands among the domain's own statuses, not in the extension of RFC 3915.</summary>
    public bool RedemptionAsDomainStatus { get; init; }

    /// <summary>The answer to an application carries domain_confirmed.</summary>
    public bool DomainConfirmed { get; init; }

    /// <summary>The address of a foreign contact is answered in the local form, as in the registry's examples, not in the international one.</summary>
    public bool LocalFormForAll { get; init; }

    /// <summary>Every answer tells how many messages wait.</summary>
    public bool QueueInEveryResponse { get; init; }

    /// <summary>Outsiders see the registrar's name, not its handle, as the domain's sponsor.</summary>
    public bool SponsorByName { get; init; }

    /// <summary>A registrar's handle is refused as name server manager.</summary>
    public bool RefuseRegistrarAsNameServerManager { get; init; }

    /// <summary>The identifier of the client's command is not repeated in the answer.</summary>
    public bool OmitClientTransactionId { get; init; }

    /// <summary>A registrant under another handling model is refused by a message after the application, not at once with 2305.</summary>
    public bool HandlingMismatchByMessage { get; init; }

    /// <summary>Tokens for a change of name servers can be made.</summary>
    public bool RedelegationTokens { get; init; }

    /// <summary>A renewal is refused with 2104 where the money does not suffice, and the balance does not go below zero instead.</summary>
    public bool RefuseRenewalWithoutCredit { get; init; }

    /// <summary>A transfer is refused with 2104 where the money does not suffice.</summary>
    public bool RefuseTransferWithoutCredit { get; init; }

    /// <summary>An update of a domain with changes of more than one kind is refused with 2308.</summary>
    public bool RefuseMixedUpdates { get; init; }

    /// <summary>A maximum life of signatures beside delegation signers is refused with 2307, not disregarded.</summary>
    public bool RefuseSignatureLife { get; init; }

    /// <summary>Whoever owns the position on the waiting list gets the name without the code.</summary>
    public bool WaitingListOwnerNeedsNoCode { get; init; }

    /// <summary>A new name for a host is refused with 2307 as a command that nobody has implemented, not with 2102 as an option.</summary>
    public bool RenameIsUnimplementedCommand { get; init; }

    /// <summary>A registrar is refused with 2400, not with 2201, where it may not change a contact or its password.</summary>
    public bool ContactRefusalIs2400 { get; init; }

    /// <summary>A restore gives a domain back as it was, for the fee alone, and adds a year only where the paid term is over.</summary>
    public bool RestoreAddsNoYear { get; init; }

    /// <summary>The message about a deletion that a restore has stopped has the transaction ids of the restore, not of the deletion.</summary>
    public bool StoppedDeletionNamesRestore { get; init; }

    /// <summary>A name server manager changes the name servers of a domain under registrant management at once where it manages all of them; the registrant is not asked.</summary>
    public bool ManagersChangeNameServersAtOnce { get; init; }

    /// <summary>Changes of DS records that are marked as urgent are refused with 2102, not carried out like others.</summary>
    public bool RefuseUrgentDsRecords { get; init; }

    /// <summary>A host below a .dk domain is created without an address, which it needs only when it serves that domain.</summary>
    public bool HostsBelowDomainsNeedNoAddress { get; init; }

    /// <summary>The answer to a restore tells of its state in the extension of RFC 3915, as it did until version 5.0.</summary>
    public bool RestoreShowsState { get; init; }

    /// <summary>Hosts below a registrar's own domains are deleted by their managers alone, not by the registrar too.</summary>
    public bool OnlyManagersDeleteHosts { get; init; }

    /// <summary>The greeting is silent about the namespace of the withdrawal, which ended in July 2026.</summary>
    public bool OmitWithdrawNamespace { get; init; }

    /// <summary>Answers use dkhm-4.4 although the client knows 4.5.</summary>
    public bool RespondInVersion44 { get; init; }
}
