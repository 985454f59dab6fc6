using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A snapshot of a contact as an account sees it. The operations depend on the handling model: see the derived types.</summary>
public abstract class DkHandledContact
{
    private protected DkHandledContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
    {
        Registrar = registrar;
        Info = response.Data;
        Details = response.Extension<DkContactInfoResult>() ?? new DkContactInfoResult();
        Locks = FieldLocks.Of(Info, Details, isRegistrant);
    }

    /// <summary>The result of info. Personal data.</summary>
    public ContactInfoResult Info { get; }

    /// <summary>The registry's fields in addition to RFC 5733. Personal data.</summary>
    public DkContactInfoResult Details { get; }

    /// <summary>The handle.</summary>
    public string Id => Info.Id;

    /// <summary>The handling model. It is set when the contact is created.</summary>
    public DkHandlingModel Model => Info.GetHandlingModel();

    /// <summary>
    /// The fields that are locked or may be locked, and why. The lock of a registrant's name is certain if the contact was read through its domain;
    /// the registry does not show the locks of public registers.
    /// </summary>
    public IReadOnlyList<DkFieldLock> Locks { get; }

    internal DkRegistrar Registrar { get; }

    /// <summary>Gets the reason why an operation would be refused.</summary>
    /// <param name="operation">One of the operations on contacts.</param>
    /// <returns>The refusal; null if the registry would accept the operation.</returns>
    public DkRefusal? FindRefusal(DkOperation operation)
    {
        if (operation == DkOperation.UpdateOwnProfile && !Registrar.Owns(Id))
        {
            return DkRefusal.Local(operation, DkPrivilege.NoRole, Id);
        }

        var roles = Registrar.Sponsors(Info.SponsoringClientId) ? DkObjectRoles.Registrar : DkObjectRoles.None;
        var privilege = DkPrivileges.Of(operation, Model, roles);
        return privilege.Access == DkAccess.Refused ? DkRefusal.Local(operation, privilege, Id) : null;
    }

    /// <summary>Returns the handle and the model.</summary>
    public override string ToString() => $"{Id} ({Model})";

    internal static DkHandledContact From(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant) =>
        response.Data.GetHandlingModel() == DkHandlingModel.RegistrantManaged ? new DkRegistrantContact(registrar, response, isRegistrant)
        : registrar.Sponsors(response.Data.SponsoringClientId) ? new DkRegistrarContact(registrar, response, isRegistrant)
        : new DkOtherRegistrarContact(registrar, response, isRegistrant);

    internal Task<EppResponse> UpdateAsync(DkOperation operation, ContactChange? change, DkContactUpdate? details, CancellationToken cancellationToken)
    {
        if (FindRefusal(operation) is { } refusal)
        {
            throw new DkRefusedException(refusal);
        }

        if (FieldLocks.FirstCertain(Locks, change) is { } fieldLock)
        {
            throw new DkRefusedException(DkRefusal.Local(
                DkRefusalReason.LockedField, $"{Id} is a registrant, so its {fieldLock.Field} cannot change. To name another holder, change the domain's registrant.", fieldLock.Field));
        }

        return Registrar.SendAsync(DkContact.Update(Id, WithPhones(change), WithPhones(details, change)), cancellationToken);
    }

    // Numbers in any notation, by the rules of the country in the contact's new address.
    private ContactChange? WithPhones(ContactChange? change) =>
        change?.Voice is { Length: > 0 } voice ? change with { Voice = DkPhone.Normalize(voice, CountryAfter(change)) } : change;

    private DkContactUpdate? WithPhones(DkContactUpdate? details, ContactChange? change) => details?.MobilePhone is { Number.Length: > 0 } mobile
        ? details with { MobilePhone = mobile with { Number = DkPhone.Normalize(mobile.Number, CountryAfter(change)) } }
        : details;

    private string CountryAfter(ContactChange? change) =>
        change?.PostalInfo.Select(form => form.Address?.CountryCode).FirstOrDefault(country => country is not null)
        ?? (Info.PostalInfo is [var present, ..] ? present.Address.CountryCode : "DK");
}
