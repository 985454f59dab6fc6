namespace EppClient.Dk;

/// <summary>An operation that the registry allows or refuses by handling model and role.</summary>
public enum DkOperation
{
    /// <summary>Reads a domain. Admin and payer are shown only to accounts with a role.</summary>
    ReadDomain,

    /// <summary>Registers a domain for a contact. Model and role refer to the contact.</summary>
    RegisterDomain,

    /// <summary>Renews a domain for one year.</summary>
    RenewDomain,

    /// <summary>Restores a deleted domain.</summary>
    RestoreDomain,

    /// <summary>Ends the right of use.</summary>
    DeleteDomain,

    /// <summary>Switches automatic renewal off.</summary>
    DisableAutoRenew,

    /// <summary>Changes the registrant.</summary>
    ChangeRegistrant,

    /// <summary>Changes name servers.</summary>
    ChangeNameServers,

    /// <summary>Changes DS records.</summary>
    ChangeDsRecords,

    /// <summary>Makes the caller's account the payer.</summary>
    BecomePayer,

    /// <summary>Removes the payer; the registrant pays from then on. The matrix grants this to every registrar.</summary>
    RemovePayer,

    /// <summary>Appoints an admin. The registrant has to consent, then the new admin.</summary>
    AppointAdmin,

    /// <summary>Removes the admin; the registrant has the role from then on.</summary>
    RemoveAdmin,

    /// <summary>Creates or removes a transfer token.</summary>
    CreateTransferToken,

    /// <summary>Transfers the domain with a token.</summary>
    TransferWithToken,

    /// <summary>Transfers the domain without a token.</summary>
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
