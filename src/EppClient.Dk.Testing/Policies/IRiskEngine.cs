namespace EppClient.Dk.Testing.Policies;

/// <summary>How the registry rates a registrant.</summary>
public enum DkRisk
{
    /// <summary>Foreign, no check of identity needed.</summary>
    Green,

    /// <summary>Danish: to be checked unless somebody has done so.</summary>
    Blue,

    /// <summary>Foreign, to be checked.</summary>
    Yellow,

    /// <summary>Foreign, to be checked.</summary>
    Red,

    /// <summary>No rating could be made: to be checked.</summary>
    NotAvailable,
}

/// <summary>Rates contacts.</summary>
public interface IRiskEngine
{
    /// <summary>Rates a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The rating; whoever is not green has to be checked.</returns>
    DkRisk Assess(DkContactRecord contact);
}

/// <summary>Danish contacts are blue, all others green.</summary>
public sealed class CountryRiskEngine : IRiskEngine
{
    /// <inheritdoc/>
    public DkRisk Assess(DkContactRecord contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.IsDanish ? DkRisk.Blue : DkRisk.Green;
    }
}
