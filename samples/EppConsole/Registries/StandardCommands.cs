using System.Security.Cryptography;
using EppClient;
using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>The commands of the RFCs.</summary>
internal sealed class StandardCommands : IRegistryCommands
{
    private const int SecretBytes = 12;

    public DomainCreate CreateDomain(NewDomain domain) => new(domain.Name, DomainAuthInfo.FromPassword(domain.AuthInfo ?? Secret()))
    {
        Registrant = domain.Registrant,
        Contacts = domain.Contacts,
        NameServers = domain.NameServers.Count == 0 ? null : DomainNameServers.FromHostObjects(domain.NameServers),
        Period = domain.Years,
        PeriodUnit = domain.Years is null ? null : DomainPeriodUnit.Year,
    };

    public ContactCreate CreateContact(NewContact contact) => new()
    {
        Id = contact.Id ?? throw new UsageException("A contact of this registry needs a handle: add it after 'contact'."),
        PostalInfo = [new ContactPostalInfo { Type = ContactPostalInfoForm.Internationalized, Name = contact.Name, Organization = contact.Organization, Address = contact.Address }],
        Voice = contact.Voice,
        Email = contact.Email,
        AuthInfo = ContactAuthInfo.FromPassword(contact.AuthInfo ?? Secret()),
    };

    public ContactUpdate UpdateContact(string id, ContactChange change) => new(id) { Change = change };

    public DomainRenew Renew(string name, DateOnly expires, ushort? years) => years is { } number
        ? new(name, expires, number)
        : new(name, expires);

    public DomainUpdate ChangeRegistrant(string name, string registrant, DateTimeOffset? termsAccepted) => new(name) { Change = new DomainChange { Registrant = registrant } };

    public DomainUpdate Restore(string name, DateTimeOffset deleted) => new(name) { Change = new DomainChange(), Extensions = [RgpUpdate.Request] };

    public DomainTransfer Transfer(EppTransferOperation operation, string name, string? authInfo) => new(operation, name)
    {
        AuthInfo = authInfo is null ? null : DomainAuthInfo.FromPassword(authInfo),
    };

    // Anyone who has it can transfer the object: it is random, and the owner sets another one when it is needed (RFC 9154).
    private static string Secret() => "a1-" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
}
