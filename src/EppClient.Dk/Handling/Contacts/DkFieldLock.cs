using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Why a field of a contact cannot be changed.</summary>
public enum DkLockReason
{
    /// <summary>The contact is the registrant of a domain: its name stays. Another name is another registrant.</summary>
    RegistrantName,

    /// <summary>The Danish register of persons (CPR) owns it, once the person's identity has been checked.</summary>
    Cpr,

    /// <summary>The Danish register of companies (CVR) owns it, where number and name match.</summary>
    Cvr,

    /// <summary>The EU's register of VAT numbers (VIES) owns it, where number and name match.</summary>
    Vies,
}

/// <summary>A field that is locked, or may be: the registry keeps its locks to itself.</summary>
/// <param name="Field">The field, as the registry names it: name, org, addr, userType, CVR or EAN.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsCertain">
/// Whether a change is certain to be refused. Where it is not, the contact has all that the lock takes, and the registry has not said
/// whether it found a match.
/// </param>
public sealed record DkFieldLock(string Field, DkLockReason Reason, bool IsCertain);

/// <summary>Works out from what info shows which fields of a contact follow a public register.</summary>
internal static class FieldLocks
{
    private const string Denmark = "DK";

    private static readonly string[] RegisterFields = ["addr", "userType", "CVR", "EAN"];

    // Whose VAT numbers VIES knows; Greece goes by EL there and by GR in addresses.
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

    /// <summary>The first field of a change that is certain to be refused.</summary>
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

    // With an organization the name is its attention line, which nobody locks.
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
