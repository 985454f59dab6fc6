using EppClient;
using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>The commands whose form depends on the registry.</summary>
internal interface IRegistryCommands
{
    /// <summary>Gets the options that a new contact needs in addition to those of the RFC.</summary>
    IReadOnlyList<string> ContactOptions { get; }

    DomainCreate CreateDomain(NewDomain domain);

    ContactCreate CreateContact(NewContact contact);

    DomainUpdate UpdateDomain(DomainEdit edit);

    ContactUpdate UpdateContact(ContactEdit edit);

    HostUpdate UpdateHost(HostEdit edit);

    DomainRenew Renew(string name, DateOnly expires, ushort? years);

    DomainUpdate RequestRestore(string name, DateTimeOffset deleted);

    DomainUpdate ReportRestore(string name, RgpRestoreReport report);

    DomainTransfer Transfer(EppTransferOperation operation, string name, string? authInfo);

    ContactTransfer TransferContact(EppTransferOperation operation, string id, string? authInfo);

    /// <summary>Creates the command that makes a new token with which another registrar can transfer a domain.</summary>
    DomainUpdate CreateToken(string name);

    DomainUpdate RemoveToken(string name);

    /// <summary>Gets the token that a command sets; null if the registry makes it.</summary>
    string? TokenOf(DomainUpdate command);

    /// <summary>Gets the token and its expiry date from the response to an info command.</summary>
    (string? Token, DateTimeOffset? Expires) TokenOf(EppResponse<DomainInfoResult> response);
}
