using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts responses about contacts to the schema's types.</summary>
internal static class ContactContent
{
    private const string Pending = "pending";

    public static DkResponseContent Info(ContactView view, DkQuirks quirks)
    {
        var contact = view.Contact;
        return new DkResponseContent(new ContactInfoResult
        {
            Id = contact.Handle,
            Roid = contact.Handle,
            Statuses = [.. StatusesOf(view).Select(status => new ContactStatus { Status = status })],
            PostalInfo = [PostalInfo(contact, quirks)],
            Voice = view.IsRelated ? contact.Voice : null,
            Email = view.IsRelated ? contact.Email : ContactView.HiddenEmail,
            SponsoringClientId = contact.Sponsor,
            CreatingClientId = contact.CreatedBy,
            CreatedDate = contact.Created,
            UpdatingClientId = contact.UpdatedBy,
            UpdatedDate = contact.Updated,
        })
        {
            Extensions = [.. Dkhm(view).Select(part => DkResponseExtension.Dkhm(writer => WriteDkhm(writer, part)))],
        };
    }

    public static DkResponseContent PendingAction(PendingActionView view, EppTransactionId transaction) => new(new ContactPendingActionResult
    {
        Id = view.Name,
        Succeeded = view.Succeeded,
        TransactionId = transaction,
        CompletedDate = view.Date,
    });

    private static IEnumerable<ContactStatusValue> StatusesOf(ContactView view)
    {
        if (view.IsLinked)
        {
            yield return ContactStatusValue.Linked;
        }

        yield return ContactStatusValue.ServerDeleteProhibited;
        yield return ContactStatusValue.ServerTransferProhibited;
    }

    private static ContactPostalInfo PostalInfo(DkContactRecord contact, DkQuirks quirks) => new()
    {
        Type = contact.IsDanish || quirks.LocalFormForAll ? ContactPostalInfoForm.Localized : ContactPostalInfoForm.Internationalized,
        Name = contact.Name,
        Organization = contact.Organization,
        Address = new ContactAddress
        {
            StreetLines = contact.Address.Street,
            City = contact.Address.City,
            StateOrProvince = contact.Address.StateOrProvince,
            PostalCode = contact.Address.PostalCode,
            CountryCode = contact.Address.CountryCode,
        },
    };

    /// <summary>Clients of the older version do not get elements that it does not have.</summary>
    private static void WriteDkhm(EppXmlWriter writer, DkContactInfoResult result)
    {
        var isOlder = !writer.Dialect.Has(DkNamespaces.Dkhm, "contact_verification");
        var known = isOlder ? result with { SoleProprietorship = null, ContactVerification = null } : result;
        known.Write(writer);
    }

    /// <summary>In the order of the registry's examples.</summary>
    private static IEnumerable<DkContactInfoResult> Dkhm(ContactView view)
    {
        var contact = view.Contact;
        yield return new DkContactInfoResult { ContactValidated = DomainContent.Digit(contact.Verification.IsComplete) };
        yield return new DkContactInfoResult { MobilePhone = view.IsRelated && contact.MobilePhone is { } number ? new DkMobilePhone { Number = number } : null };
        yield return new DkContactInfoResult { SecondaryEmail = view.IsRelated || contact.Kind != DkPersonKind.Individual ? contact.SecondaryEmail : null };
        yield return new DkContactInfoResult { Cvr = contact.Cvr };
        yield return new DkContactInfoResult { PNumber = contact.PNumber };
        yield return new DkContactInfoResult { Ean = contact.Ean };
        yield return new DkContactInfoResult { UserType = DkValues.Of(contact.Kind) };
        yield return new DkContactInfoResult { SoleProprietorship = contact.SoleProprietorship };
        yield return new DkContactInfoResult { ContactVerification = Verification(contact.Verification, view.IsRelated) };
    }

    private static DkContactVerification Verification(DkVerification verification, bool isRelated)
    {
        var responsible = DkValues.Of(verification.Responsible);
        var newEmail = isRelated ? verification.NewEmail : null;
        var newSecondary = isRelated ? verification.NewSecondaryEmail : null;
        return new DkContactVerification
        {
            Responsible = responsible,
            VerifiedId = verification.Id.IsVerified,
            VerifiedIdStatus = DkValues.Of(verification.Id.Status),
            VerifiedIdExpiryDate = verification.Id.Expires,
            VerifiedIdResponsible = verification.Id.Expires is null ? null : responsible,
            VerifiedEmail = verification.Email.IsVerified,
            VerifiedEmailStatus = DkValues.Of(verification.Email.Status),
            VerifiedEmailExpiryDate = verification.Email.Expires,
            VerifiedEmailResponsible = verification.Email.Expires is null ? null : responsible,
            EmailToConfirm = newEmail?.Email,
            EmailToConfirmStatus = newEmail is null ? null : Pending,
            EmailToConfirmExpiryDate = newEmail?.Expires,
            EmailToConfirmResponsible = newEmail is null ? null : responsible.Value,
            SecondaryEmailToConfirm = newSecondary?.Email,
            SecondaryEmailToConfirmStatus = newSecondary is null ? null : Pending,
            SecondaryEmailToConfirmExpiryDate = newSecondary?.Expires,
            SecondaryEmailToConfirmResponsible = newSecondary is null ? null : responsible.Value,
        };
    }
}
