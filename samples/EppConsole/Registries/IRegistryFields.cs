using EppClient;
using EppClient.Commands;
using EppConsole.Output;

namespace EppConsole.Registries;

/// <summary>The data of a registry that the RFCs do not have, as fields to print.</summary>
internal interface IRegistryFields
{
    /// <summary>Gets the currency of the account's balance; null if unknown.</summary>
    string? Currency { get; }

    /// <summary>Gets the fields of the response to a command about a domain or a contact.</summary>
    IReadOnlyList<Field> Of(EppResponse response);

    /// <summary>Gets what a poll message reports.</summary>
    IReadOnlyList<Field> Of(PollMessage message);
}
