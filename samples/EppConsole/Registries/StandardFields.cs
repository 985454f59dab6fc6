using EppClient;
using EppClient.Commands;
using EppConsole.Output;

namespace EppConsole.Registries;

/// <summary>No data beyond the RFCs.</summary>
internal sealed class StandardFields : IRegistryFields
{
    public string? Currency => null;

    public IReadOnlyList<Field> Of(EppResponse response) => [];

    public IReadOnlyList<Field> Of(PollMessage message) => [];
}
