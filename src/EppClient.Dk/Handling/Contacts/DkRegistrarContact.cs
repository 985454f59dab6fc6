using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact that this account manages. It can be the registrant of this account's domains.</summary>
public sealed class DkRegistrarContact : DkHandledContact
{
    internal DkRegistrarContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
        : base(registrar, response, isRegistrant)
    {
    }

    /// <summary>Whether this account has to check the person, and not the registry.</summary>
    public bool IsCheckedByRegistrar => Details.ContactVerification?.Responsible == DkVerificationResponsible.Registrar;

    /// <summary>
    /// Changes fields. A new e-mail address waits for its owner's confirmation (1001) while all other fields change at once. Phone numbers
    /// are brought into the form of EPP by the rules of the contact's country.
    /// </summary>
    /// <param name="change">The fields of RFC 5733; null for none.</param>
    /// <param name="details">The fields of the registry; null for none.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppValidationException">A phone number breaks the rules of its country.</exception>
    /// <exception cref="DkRefusedException">A field is locked (<see cref="DkRefusal.Field"/> names it), or the registry refused for another reason.</exception>
    public Task<EppResponse> UpdateAsync(ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(DkOperation.UpdateContact, change, details, cancellationToken);

    /// <summary>
    /// Tells the registry that this account has checked identity and e-mail address. Also lifts the suspension of domains after a check
    /// that ran out.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry checks this contact itself, or runs a check of it now.</exception>
    public Task<EppResponse> ReportVerifiedAsync(CancellationToken cancellationToken = default) => IsCheckedByRegistrar
        ? UpdateAsync(null, new DkContactUpdate { ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true } }, cancellationToken)
        : throw new DkRefusedException(DkRefusal.Local(
            DkRefusalReason.LockedField, $"The registry checks {Id} itself: only where the registrar is responsible can it report a check.", "contact_verification"));
}
