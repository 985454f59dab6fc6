namespace EppClient.Dk.Testing.Policies;

/// <summary>The registers of persons (CPR) and companies (CVR), which own the data of the contacts in them.</summary>
public interface IPublicRegisters
{
    /// <summary>Whether a contact is in a register. The registry checks a Danish contact that is in none, even if a registrar has verified it.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>True if it is in a register.</returns>
    bool Know(DkContactRecord contact);
}

/// <summary>Registers that contain all contacts.</summary>
public sealed class CompletePublicRegisters : IPublicRegisters
{
    /// <inheritdoc/>
    public bool Know(DkContactRecord contact) => true;
}
