using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact under registrant management: the person changes it on the registry's web pages.</summary>
public sealed class DkRegistrantContact : DkHandledContact
{
    internal DkRegistrantContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
        : base(registrar, response, isRegistrant) => AsOwnProfile = registrar.Owns(Id) ? new DkOwnProfile(this) : null;

    /// <summary>The operations on a contact that belongs to the account itself; null if it does not, see <see cref="DkRegistrarOptions.OwnContacts"/>.</summary>
    public DkOwnProfile? AsOwnProfile { get; }
}

/// <summary>A contact that belongs to the account itself, such as its name server manager.</summary>
public sealed class DkOwnProfile
{
    private readonly DkHandledContact _contact;

    internal DkOwnProfile(DkHandledContact contact) => _contact = contact;

    /// <inheritdoc cref="DkRegistrarContact.UpdateAsync"/>
    public Task<EppResponse> UpdateAsync(ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default) =>
        _contact.UpdateAsync(DkOperation.UpdateOwnProfile, change, details, cancellationToken);
}
