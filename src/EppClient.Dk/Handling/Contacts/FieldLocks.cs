using EppClient.Commands.Contact;

namespace EppClient.Dk;

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
