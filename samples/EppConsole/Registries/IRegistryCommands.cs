using EppClient;
using EppClient.Commands;

namespace EppConsole.Registries;

/// <summary>The commands whose form depends on the registry.</summary>
internal interface IRegistryCommands
{
    DomainCreate CreateDomain(NewDomain domain);

    ContactCreate CreateContact(NewContact contact);

    ContactUpdate UpdateContact(string id, ContactChange change);

    DomainRenew Renew(string name, DateOnly expires, ushort? years);

    DomainUpdate ChangeRegistrant(string name, string registrant, DateTimeOffset? termsAccepted);

    DomainUpdate Restore(string name, DateTimeOffset deleted);

    DomainTransfer Transfer(EppTransferOperation operation, string name, string? authInfo);
}

/// <summary>A domain to create, from the command line.</summary>
internal sealed record NewDomain(string Name)
{
    public string? Registrant { get; init; }

    public IReadOnlyList<string> NameServers { get; init; } = [];

    public IReadOnlyList<DomainContact> Contacts { get; init; } = [];

    public ushort? Years { get; init; }

    public string? AuthInfo { get; init; }

    public DateTimeOffset? TermsAccepted { get; init; }

    public override string ToString() => Name;
}

/// <summary>A contact to create, from the command line.</summary>
internal sealed record NewContact(string Name, ContactAddress Address, string Email)
{
    public string? Id { get; init; }

    public string? Organization { get; init; }

    public string? Voice { get; init; }

    public string? AuthInfo { get; init; }

    public string? Kind { get; init; }

    public string? Cvr { get; init; }

    public override string ToString() => Id ?? "a contact";
}
