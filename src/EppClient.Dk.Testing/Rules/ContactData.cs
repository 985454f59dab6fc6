namespace EppClient.Dk.Testing.Rules;

/// <summary>The rules for a contact's data.</summary>
internal static class ContactData
{
    private const string DanishPrefix = "+45.";
    private const int DanishDigits = 8;
    private const int EanDigits = 13;

    /// <summary>Chooses the local form for Denmark and the international form for other countries; if only the other form was sent, that one.</summary>
    public static PostalForm? Choose(IReadOnlyList<PostalForm> forms)
    {
        var isDanish = forms.Any(form => DkHandle.Same(form.Address?.CountryCode, "DK"));
        return forms.FirstOrDefault(form => form.IsInternational != isDanish) ?? (forms.Count == 0 ? null : forms[0]);
    }

    public static DkResult? CheckForms(IReadOnlyList<PostalForm> forms) =>
        forms.Any(form => form.IsInternational && !form.IsAscii) ? DkResult.ParameterError("postalInfo of type int must be ASCII") : null;

    public static DkResult? CheckPhones(params ReadOnlySpan<string?> numbers)
    {
        foreach (var number in numbers)
        {
            if (number?.StartsWith(DanishPrefix, StringComparison.Ordinal) == true && number.Length != DanishPrefix.Length + DanishDigits)
            {
                return new DkResult(2005, "Invalid phone number");
            }
        }

        return null;
    }

    /// <summary>Checks which fields the kind of contact allows and requires.</summary>
    public static DkResult? CheckKind(DkContactRecord contact, bool mentionsSoleProprietorship)
    {
        var isIndividual = contact.Kind == DkPersonKind.Individual;
        if (isIndividual && (contact.Organization is not null || contact.Cvr is not null || contact.PNumber is not null || contact.Ean is not null))
        {
            return DkResult.PolicyError;
        }

        // A Danish sole proprietorship is looked up in the register of companies.
        if (mentionsSoleProprietorship && contact.IsDanish)
        {
            return DkResult.PolicyError;
        }

        if (contact.Ean is { } ean && (ean.Length != EanDigits || !ean.All(char.IsAsciiDigit) || !contact.IsDanish))
        {
            return DkResult.ParameterError("EAN");
        }

        return isIndividual || !contact.IsDanish || contact.Cvr is not null ? null : DkResult.ValueRequired("extension.dkhm:CVR");
    }

    public static DkResult? CheckCompany(DkState state, DkContactRecord contact)
    {
        if (contact.Cvr is not { } cvr || !contact.IsDanish)
        {
            return null;
        }

        if (cvr.Length != DanishDigits || !cvr.All(char.IsAsciiDigit))
        {
            return ContactResults.InvalidCvr;
        }

        var company = state.Options.Companies.FirstOrDefault(company => company.Cvr == cvr);
        if (company is null)
        {
            return null;
        }

        if (!string.Equals(company.Name, contact.EntityName, StringComparison.OrdinalIgnoreCase))
        {
            return ContactResults.CvrNameMismatch;
        }

        return company.Units.Count > 1 && !company.Units.Contains(contact.PNumber) ? ContactResults.PNumberRequired : null;
    }
}
