using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Why a field of a contact cannot be changed.</summary>
public enum DkLockReason
{
    /// <summary>The contact is the registrant of a domain, so its name cannot change. Another name means another registrant.</summary>
    RegistrantName,

    /// <summary>The field comes from the Danish register of persons (CPR), once the person's identity has been verified.</summary>
    Cpr,

    /// <summary>The field comes from the Danish register of companies (CVR), if number and name match.</summary>
    Cvr,

    /// <summary>The field comes from the EU's register of VAT numbers (VIES), if number and name match.</summary>
    Vies,
}

/// <summary>A field that is locked or may be locked. The registry does not show its locks.</summary>
/// <param name="Field">The field, as the registry names it: name, org, addr, userType, CVR or EAN.</param>
/// <param name="Reason">Why the field is locked.</param>
/// <param name="IsCertain">
/// Whether a change will certainly be refused. If false, the contact meets all conditions of the lock, but the registry has not shown whether it
/// found a match.
/// </param>
public sealed record DkFieldLock(string Field, DkLockReason Reason, bool IsCertain);

/// <summary>Determines from the response to info which fields of a contact follow a public register.</summary>
internal static class FieldLocks
{
    private const string Denmark = "DK";

    private static readonly string[] RegisterFields = ["addr", "userType", "CVR", "EAN"];

    // The countries with VAT numbers in VIES. Greece is EL there and GR in addresses.
    private static readonly string[] Vies =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "EL", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    public static IReadOnlyList<DkFieldLock> Of(ContactInfoResult info, DkContactInfoResult details, bool isRegistrant)
    {
        var nameField = NameFieldOf(info);
        List<DkFieldLock> locks = [];
        if (isRegistrant)
        {
            locks.Add(new DkFieldLock(nameField, DkLockReason.RegistrantName, IsCertain: true));
        }

        if (RegisterOf(info, details) is { } register)
        {
            if (!isRegistrant)
            {
                locks.Add(new DkFieldLock(nameField, register, IsCertain: false));
            }

            locks.AddRange(RegisterFields.Select(field => new DkFieldLock(field, register, IsCertain: false)));
        }

        return locks;
    }

    /// <summary>Gets the first changed field that will certainly be refused.</summary>
    public static DkFieldLock? FirstCertain(IReadOnlyList<DkFieldLock> locks, ContactChange? change)
    {
        var forms = change?.PostalInfo ?? [];
        return locks.FirstOrDefault(fieldLock => fieldLock.IsCertain && fieldLock.Field switch
        {
            "name" => forms.Any(form => form.Name is not null),
            "org" => forms.Any(form => form.Organization is not null),
            _ => false,
        });
    }

    // If there is an organization, the name is its contact person, which is never locked.
    private static string NameFieldOf(ContactInfoResult info) => info.PostalInfo.Any(form => !string.IsNullOrEmpty(form.Organization)) ? "org" : "name";

    private static DkLockReason? RegisterOf(ContactInfoResult info, DkContactInfoResult details)
    {
        var country = info.PostalInfo is [var form, ..] ? form.Address.CountryCode.ToUpperInvariant() : null;
        if (DkUserTypes.IsIndividual(details.UserType))
        {
            var isChecked = details.ContactVerification is { VerifiedId: true } || details.ContactValidated == "1";
            return country == Denmark && isChecked ? DkLockReason.Cpr : null;
        }

        return string.IsNullOrEmpty(details.Cvr) ? null
            : country == Denmark ? DkLockReason.Cvr
            : Vies.Contains(country) ? DkLockReason.Vies
            : null;
    }
}
