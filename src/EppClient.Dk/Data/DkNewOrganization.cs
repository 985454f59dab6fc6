using System.Text;

namespace EppClient.Dk;

/// <summary>A company, public organization or association to be created as a contact.</summary>
public sealed record DkNewOrganization : DkNewContact
{
    /// <summary>What it is: <see cref="DkUserType.Company"/>, <see cref="DkUserType.PublicOrganization"/> or <see cref="DkUserType.Association"/>.</summary>
    public required DkUserType UserType { get; init; }

    /// <summary>Its name, as the register of companies has it.</summary>
    public required string Name { get; init; }

    /// <summary>The person to write to. Default: null.</summary>
    public string? Attention { get; init; }

    /// <summary>
    /// Its number: in Denmark the CVR number, eight digits without <c>DK</c>, which is mandatory; elsewhere a VAT number, where there is one.
    /// Default: null.
    /// </summary>
    public string? Cvr { get; init; }

    /// <summary>The number of a unit, ten digits; mandatory where the CVR number has several. Default: null.</summary>
    public string? PNumber { get; init; }

    /// <summary>The number for electronic invoices, 13 digits. Only in Denmark, and only for a contact under registrant management. Default: null.</summary>
    public string? Ean { get; init; }

    /// <summary>
    /// Whether the company is one private person, whose e-mail address must not be published. Only outside of Denmark: Danish ones the registry
    /// finds in the register. Default: null, which the registry takes for no. Not before dkhm-4.5.
    /// </summary>
    public bool? SoleProprietorship { get; init; }

    private protected override DkUserType Kind => UserType.ToCurrentForm();

    // The schema demands a name, the specification's text an organization. With an organization, the name is its attention line.
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
            throw Refuse(nameof(UserType), $"must be an organization's; for a private person use {nameof(DkNewIndividual)}");
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
            throw Refuse(nameof(Cvr), "must be a CVR number, eight digits that end in the right check digit, of every organization in Denmark");
        }

        if (PNumber is not null && !DkNumbers.IsPNumber(PNumber))
        {
            throw Refuse(nameof(PNumber), "must have ten digits");
        }

        if (Ean is not null && !DkNumbers.IsEan(Ean))
        {
            throw Refuse(nameof(Ean), "must have 13 digits that end in the right check digit");
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
