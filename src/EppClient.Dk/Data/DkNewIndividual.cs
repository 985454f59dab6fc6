using System.Text;

namespace EppClient.Dk;

/// <summary>A private person to be created as a contact. No organization, no CVR number, no EAN.</summary>
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
