namespace EppClient.Dk.Testing.Policies;

/// <summary>The registry's rating of a registrant.</summary>
public enum DkRisk
{
    /// <summary>Foreign, no check of identity needed.</summary>
    Green,

    /// <summary>Danish: needs a check, unless it has been verified.</summary>
    Blue,

    /// <summary>Foreign, needs a check.</summary>
    Yellow,

    /// <summary>Foreign, needs a check.</summary>
    Red,

    /// <summary>No rating was possible: needs a check.</summary>
    NotAvailable,
}

/// <summary>Rates contacts.</summary>
public interface IRiskEngine
{
    /// <summary>Rates a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The rating; all ratings but green need a check.</returns>
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
