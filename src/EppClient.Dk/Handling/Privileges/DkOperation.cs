namespace EppClient.Dk;

/// <summary>An operation of the registry for which the handling model and one's role decide.</summary>
public enum DkOperation
{
    /// <summary>Reads a domain; admin and payer are shown to those with a role.</summary>
    ReadDomain,

    /// <summary>Registers a domain for a contact under the model, whose role is meant.</summary>
    RegisterDomain,

    /// <summary>Pays for another year.</summary>
    RenewDomain,

    /// <summary>Restores a deleted domain.</summary>
    RestoreDomain,

    /// <summary>Ends the right of use.</summary>
    DeleteDomain,

    /// <summary>Switches automatic renewal off.</summary>
    DisableAutoRenew,

    /// <summary>Gives the domain to another registrant.</summary>
    ChangeRegistrant,

    /// <summary>Changes name servers.</summary>
    ChangeNameServers,

    /// <summary>Changes DS records.</summary>
    ChangeDsRecords,

    /// <summary>Makes the caller's account the payer.</summary>
    BecomePayer,

    /// <summary>Takes the role of payer away; it falls back to the registrant. The matrix grants it to every registrar.</summary>
    RemovePayer,

    /// <summary>Appoints an admin. The registrant has to consent, and then the new admin.</summary>
    AppointAdmin,

    /// <summary>Takes the role of admin away; it falls back to the registrant.</summary>
    RemoveAdmin,

    /// <summary>Makes or removes a token for transfer.</summary>
    CreateTransferToken,

    /// <summary>Takes the domain over with a token.</summary>
    TransferWithToken,

    /// <summary>Takes the domain over without a token.</summary>
    TransferWithoutToken,

    /// <summary>Creates a host below the domain.</summary>
    CreateHostBelow,

    /// <summary>Reads a contact that is a registrant.</summary>
    ReadRegistrant,

    /// <summary>Changes a contact that is not the caller's own profile.</summary>
    UpdateContact,

    /// <summary>Changes a contact that belongs to the caller's account itself.</summary>
    UpdateOwnProfile,

    /// <summary>Reads a host.</summary>
    ReadHost,

    /// <summary>Changes a host.</summary>
    UpdateHost,

    /// <summary>Deletes a host.</summary>
    DeleteHost,
}
