using System.Text;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// A contact to create, with the rules of its kind: <see cref="DkNewIndividual"/> or <see cref="DkNewOrganization"/>. The country determines
/// the form of the postal data.
/// </summary>
public abstract record DkNewContact
{
    private protected DkNewContact()
    {
    }

    /// <summary>The address. Outside Denmark, all texts must be ASCII.</summary>
    public required ContactAddress Address { get; init; }

    /// <summary>The e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The phone number, in any notation: it is converted to the EPP format by the rules of the address's country.</summary>
    public required string Voice { get; init; }

    /// <summary>The mobile phone number, in any notation. Default: null.</summary>
    public string? MobilePhone { get; init; }

    /// <summary>A second e-mail address. Default: null.</summary>
    public string? SecondaryEmail { get; init; }

    /// <summary>
    /// Whether the registrar has verified identity and e-mail address, so the registry does not. The registry requires the same value for
    /// both. Default: false. Requires dkhm-4.5.
    /// </summary>
    public bool IsVerified { get; init; }

    /// <summary>
    /// Whether to create the contact under registrant management. Only for the handle of a name server manager: such a contact cannot become the
    /// registrant of a newly registered domain. Default: false.
    /// </summary>
    public bool IsNameServerManager { get; init; }

    private protected bool IsDanish => string.Equals(Address.CountryCode, "DK", StringComparison.OrdinalIgnoreCase);

    /// <summary>Creates the command.</summary>
    /// <param name="reuse">Whether an existing contact of the account with the same data may be used.</param>
    /// <exception cref="EppValidationException">The data violates a rule for its kind of contact.</exception>
    public ContactCreate ToCommand(bool reuse)
    {
        CheckForm();
        var details = Complete(new DkContactCreate(Kind)
        {
            MobilePhone = MobilePhone is null ? null : new DkMobilePhone { Number = DkPhone.Normalize(MobilePhone, Address.CountryCode) },
            SecondaryEmail = SecondaryEmail,
            ContactVerification = IsVerified ? new DkContactVerification { VerifiedId = true, VerifiedEmail = true } : null,
            Management = IsNameServerManager ? DkManagement.Registrant : null,
        });
        var voice = DkPhone.Normalize(Voice, Address.CountryCode);
        CheckAscii();
        return reuse
            ? DkContact.CreateOrReuse(PersonName, Address, Email, voice, details, OrganizationName)
            : DkContact.Create(PersonName, Address, Email, voice, details, OrganizationName);
    }

    private protected abstract DkUserType Kind { get; }

    private protected abstract string PersonName { get; }

    private protected abstract string? OrganizationName { get; }

    private protected abstract DkContactCreate Complete(DkContactCreate details);

    private protected static EppValidationException Refuse(string member, string rule) => new(member, rule, null);

    private void CheckForm()
    {
        if (Address.CountryCode is not { Length: 2 } country || !country.All(char.IsAsciiLetter))
        {
            throw Refuse("Address.CountryCode", "must be the code of a country, two letters (ISO 3166-1), such as DK");
        }

        if (IsDanish && string.IsNullOrWhiteSpace(Address.PostalCode))
        {
            throw Refuse("Address.PostalCode", "must be set for an address in Denmark");
        }

        RequireEmail(nameof(Email), Email);
        RequireEmail(nameof(SecondaryEmail), SecondaryEmail);
    }

    // Never the address: it is personal data.
    private static void RequireEmail(string member, string? email)
    {
        if (email is not null && (email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at) || at != email.LastIndexOf('@') || at == email.Length - 1))
        {
            throw Refuse(member, "must be an e-mail address, such as kaj@example.net");
        }
    }

    // The registry keeps the internationalized form of foreign contacts, which is 7-bit.
    private void CheckAscii()
    {
        IEnumerable<string?> texts = [PersonName, OrganizationName, .. Address.StreetLines, Address.City, Address.StateOrProvince, Address.PostalCode];
        if (!IsDanish && texts.Any(text => text is not null && !Ascii.IsValid(text)))
        {
            throw Refuse("Name and address", "must be ASCII outside Denmark: write å as aa, é as e");
        }
    }

    /// <summary>Prints only the kind: the members are personal data.</summary>
    /// <param name="builder">The builder to append to.</param>
    /// <returns>Always true.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("Kind = ").Append(Kind);
        return true;
    }
}

/// <summary>A private person to create as a contact. No organization, no CVR number, no EAN.</summary>
public sealed record DkNewIndividual : DkNewContact
{
    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    private protected override DkUserType Kind => DkUserType.Individual;

    private protected override string PersonName => Name;

    private protected override string? OrganizationName => null;

    private protected override DkContactCreate Complete(DkContactCreate details) => details;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
