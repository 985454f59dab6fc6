using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact that this account manages. It can be the registrant of this account's domains.</summary>
public sealed class DkRegistrarContact : DkHandledContact
{
    internal DkRegistrarContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
        : base(registrar, response, isRegistrant)
    {
    }

    /// <summary>Whether this account, not the registry, has to verify the person.</summary>
    public bool IsCheckedByRegistrar => Details.ContactVerification?.Responsible == DkVerificationResponsible.Registrar;

    /// <summary>
    /// Changes fields. A new e-mail address takes effect once its owner confirms it (1001); all other fields change at once. Phone numbers
    /// are converted to the EPP format by the rules of the contact's country.
    /// </summary>
    /// <param name="change">The fields of RFC 5733; null for none.</param>
    /// <param name="details">The registry's own fields; null for none.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppValidationException">A phone number violates the rules of its country.</exception>
    /// <exception cref="DkRefusedException">A field is locked (<see cref="DkRefusal.Field"/> names it), or the registry refused the command for another reason.</exception>
    public Task<EppResponse> UpdateAsync(ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(DkOperation.UpdateContact, change, details, cancellationToken);

    /// <summary>
    /// Reports to the registry that this account has verified identity and e-mail address. Also lifts the suspension of domains after a
    /// verification that expired.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry verifies this contact itself, or is verifying it now.</exception>
    public Task<EppResponse> ReportVerifiedAsync(CancellationToken cancellationToken = default) => IsCheckedByRegistrar
        ? UpdateAsync(null, new DkContactUpdate { ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true } }, cancellationToken)
        : throw new DkRefusedException(DkRefusal.Local(
            DkRefusalReason.LockedField, $"The registry verifies {Id} itself. A registrar can report a verification only if it is responsible for it.", "contact_verification"));
}
