using EppClient;
using EppClient.Commands;
using EppClient.Dk;

namespace EppConsole.Registries;

/// <summary>The commands in the form that .dk requires.</summary>
internal sealed class DkCommands : IRegistryCommands
{
    private const string Auto = "auto";

    public DomainCreate CreateDomain(NewDomain domain) => domain.Contacts.Count > 0
        ? throw new UsageException(".dk does not support --contact: under registrar management, the registrar has all roles.")
        : DkDomain.Create(
            domain.Name, domain.Registrant ?? throw new UsageException(".dk needs --registrant."), Accepted(domain.TermsAccepted), domain.NameServers);

    public ContactCreate CreateContact(NewContact contact) => Person(contact).ToCommand(reuse: contact.Id is null or Auto);

    public ContactUpdate UpdateContact(string id, ContactChange change) => DkContact.Update(id, change);

    public DomainRenew Renew(string name, DateOnly expires, ushort? years) =>
        years is null or 1 ? DkDomain.Renew(name, expires) : throw new UsageException(".dk renews for one year.");

    public DomainUpdate ChangeRegistrant(string name, string registrant, DateTimeOffset? termsAccepted) => DkDomain.ChangeRegistrant(name, registrant, Accepted(termsAccepted));

    public DomainUpdate Restore(string name, DateTimeOffset deleted) => DkDomain.Restore(name, deleted, DateTimeOffset.UtcNow);

    public DomainTransfer Transfer(EppTransferOperation operation, string name, string? authInfo) =>
        operation != EppTransferOperation.Request ? throw new UsageException(".dk supports only transfer request.")
        : authInfo is null ? DkDomain.TransferWithoutToken(name)
        : DkDomain.Transfer(name, authInfo);

    private static DateTimeOffset Accepted(DateTimeOffset? termsAccepted) =>
        termsAccepted ?? throw new UsageException(".dk needs --terms-accepted: when the registrant accepted the registry's terms, such as 2026-11-23T10:00Z.");

    private static DkNewContact Person(NewContact contact)
    {
        var voice = contact.Voice ?? throw new UsageException(".dk needs --voice.");
        var kind = contact.Kind ?? (contact.Organization is null ? DkUserType.Individual : DkUserType.Company).Value;
        return kind == DkUserType.Individual.Value
            ? new DkNewIndividual { Name = contact.Name, Address = contact.Address, Email = contact.Email, Voice = voice }
            : new DkNewOrganization
            {
                UserType = new DkUserType(kind),
                Name = contact.Organization ?? contact.Name,
                Attention = contact.Organization is null ? null : contact.Name,
                Cvr = contact.Cvr,
                Address = contact.Address,
                Email = contact.Email,
                Voice = voice,
            };
    }
}
