using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact that another registrar manages. It is read-only, unless it belongs to this account.</summary>
public sealed class DkOtherRegistrarContact : DkHandledContact
{
    internal DkOtherRegistrarContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
        : base(registrar, response, isRegistrant) => AsOwnProfile = registrar.Owns(Id) ? new DkOwnProfile(this) : null;

    /// <summary>The operations on a contact that belongs to the account itself; null if it does not, see <see cref="DkRegistrarOptions.OwnContacts"/>.</summary>
    public DkOwnProfile? AsOwnProfile { get; }
}
