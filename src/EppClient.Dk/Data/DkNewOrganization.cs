using System.Text;

namespace EppClient.Dk;

/// <summary>A company, public organization or association to create as a contact.</summary>
public sealed record DkNewOrganization : DkNewContact
{
    /// <summary>The kind: <see cref="DkUserType.Company"/>, <see cref="DkUserType.PublicOrganization"/> or <see cref="DkUserType.Association"/>.</summary>
    public required DkUserType UserType { get; init; }

    /// <summary>The name, as registered in the register of companies.</summary>
    public required string Name { get; init; }

    /// <summary>The contact person. Default: null.</summary>
    public string? Attention { get; init; }

    /// <summary>
    /// In Denmark the CVR number, eight digits without <c>DK</c>, which is mandatory; elsewhere the VAT number, if there is one.
    /// Default: null.
    /// </summary>
    public string? Cvr { get; init; }

    /// <summary>The number of a unit, ten digits; mandatory if the CVR number has several units. Default: null.</summary>
    public string? PNumber { get; init; }

    /// <summary>The number for electronic invoices, 13 digits. Only in Denmark, and only for a contact under registrant management. Default: null.</summary>
    public string? Ean { get; init; }

    /// <summary>
    /// Whether the company is a sole proprietorship, whose e-mail address must not be published. Only outside Denmark: the registry looks up Danish
    /// companies in the register. Default: null, which the registry treats as false. Requires dkhm-4.5.
    /// </summary>
    public bool? SoleProprietorship { get; init; }

    private protected override DkUserType Kind => UserType.ToCurrentForm();

    // The schema requires a name, the specification's text an organization. If there is an organization, the name is its contact person.
    private protected override string PersonName => Attention ?? Name;

    private protected override string? OrganizationName => Name;

    private protected override DkContactCreate Complete(DkContactCreate details)
    {
        Check();
        return details with { Cvr = Cvr, PNumber = PNumber, Ean = Ean, SoleProprietorship = SoleProprietorship };
    }

    private void Check()
    {
        if (DkUserTypes.IsIndividual(UserType))
        {
            throw Refuse(nameof(UserType), $"must be the kind of an organization; for a private person, use {nameof(DkNewIndividual)}");
        }

        if (IsDanish)
        {
            CheckDanish();
        }
        else if (Ean is not null || PNumber is not null)
        {
            throw Refuse(Ean is not null ? nameof(Ean) : nameof(PNumber), "belongs to Danish organizations only");
        }
    }

    private void CheckDanish()
    {
        if (Cvr is null || !DkNumbers.IsCvr(Cvr))
        {
            throw Refuse(nameof(Cvr), "must be a CVR number, eight digits with a valid check digit, for an organization in Denmark");
        }

        if (PNumber is not null && !DkNumbers.IsPNumber(PNumber))
        {
            throw Refuse(nameof(PNumber), "must have ten digits");
        }

        if (Ean is not null && !DkNumbers.IsEan(Ean))
        {
            throw Refuse(nameof(Ean), "must have 13 digits with a valid check digit");
        }

        if (Ean is not null && !IsNameServerManager)
        {
            throw Refuse(nameof(Ean), "serves only contacts under registrant management");
        }

        if (SoleProprietorship is not null)
        {
            throw Refuse(nameof(SoleProprietorship), "must be left out in Denmark: the registry looks it up");
        }
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
