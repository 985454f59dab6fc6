namespace EppClient.Dk.Testing.Policies;

/// <summary>The registers of persons (CPR) and companies (CVR), which own the data of whom they know.</summary>
public interface IPublicRegisters
{
    /// <summary>Whether a register knows a contact. A Danish contact that none knows is checked by the registry, whoever has vouched for it.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>True where one does.</returns>
    bool Know(DkContactRecord contact);
}

/// <summary>Registers that know everybody.</summary>
public sealed class CompletePublicRegisters : IPublicRegisters
{
    /// <inheritdoc/>
    public bool Know(DkContactRecord contact) => true;
}
