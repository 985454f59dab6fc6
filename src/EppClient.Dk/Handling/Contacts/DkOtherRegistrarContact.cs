using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact that another registrar manages. It can only be read, unless it belongs to this account itself.</summary>
public sealed class DkOtherRegistrarContact : DkHandledContact
{
    internal DkOtherRegistrarContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
        : base(registrar, response, isRegistrant) => AsOwnProfile = registrar.Owns(Id) ? new DkOwnProfile(this) : null;

    /// <summary>What can be done with a contact that belongs to the account itself; null where it does not, see <see cref="DkRegistrarOptions.OwnContacts"/>.</summary>
    public DkOwnProfile? AsOwnProfile { get; }
}
