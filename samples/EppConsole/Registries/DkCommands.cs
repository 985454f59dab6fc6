using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>The commands in the form that .dk requires.</summary>
internal sealed class DkCommands : IRegistryCommands
{
    private const string Auto = "auto";

    public IReadOnlyList<string> ContactOptions => ["--voice"];

    public DomainCreate CreateDomain(NewDomain domain)
    {
        Refuse(domain.Contacts.Count > 0, "--contact", "under registrar management, the registrar has all roles");
        Refuse(domain.AuthInfo is not null, "--auth-env", "the registry makes tokens itself, with: epp token create");
        Refuse(domain.Years is not (null or 1), "--years", "a domain is registered for one year");
        if ((domain.Registrant, domain.TermsAccepted) is not ({ } registrant, { } accepted))
        {
            string[] missing = [.. domain.Registrant is null ? ["--registrant"] : Array.Empty<string>(), .. domain.TermsAccepted is null ? ["--terms-accepted"] : Array.Empty<string>()];
            throw new UsageException($".dk needs {string.Join(" and ", missing)}: the contact that becomes the registrant, and when it accepted the registry's terms, such as 2026-11-23T10:00Z.");
        }

        var command = DkDomain.Create(domain.Name, registrant, accepted, domain.NameServers);
        return command with
        {
            Extensions =
            [
                new DkDomainCreate(accepted) { AutoRenew = domain.AutoRenew },
                .. domain.DsRecords.Count == 0 ? Array.Empty<IEppExtension<DomainCreate>>() : [new SecDnsCreate(domain.DsRecords)],
            ],
        };
    }

    public ContactCreate CreateContact(NewContact contact)
    {
        Refuse(contact.Disclosure is not null, "--disclose and --hide", "what others see depends on the kind of contact");
        Refuse(contact.AuthInfo is not null, "--auth-env", "contacts cannot be transferred");
        Refuse(contact.Form is not null, "--form", "the country decides");
        return Person(contact).ToCommand(reuse: contact.Id is null or Auto) with { Fax = contact.Fax };
    }

    public DomainUpdate UpdateDomain(DomainEdit edit)
    {
        Refuse(edit.AuthInfo is not null, "--new-auth-env", "the registry makes tokens itself, with: epp token create");
        string[] operations =
        [
            .. edit.HasItems ? ["name servers, contacts or statuses"] : Array.Empty<string>(),
            .. edit.HasDsRecords ? ["DS records"] : Array.Empty<string>(),
            .. edit.Registrant is not null ? ["the registrant"] : Array.Empty<string>(),
            .. edit.AutoRenew is not null ? ["automatic renewal"] : Array.Empty<string>(),
        ];
        if (operations.Length > 1)
        {
            throw new UsageException($".dk accepts one operation per command (2306): change {string.Join(" and ", operations)} with one call each. A change of name servers removes the DS records.");
        }

        return edit switch
        {
            { Registrant: { } registrant } => DkDomain.ChangeRegistrant(edit.Name, registrant, edit.TermsAccepted
                ?? throw new UsageException(".dk needs --terms-accepted: when the new registrant accepted the registry's terms, such as 2026-11-23T10:00Z.")),
            { TermsAccepted: not null } => throw new UsageException("--terms-accepted belongs to --registrant."),
            { AutoRenew: { } isOn } => DkDomain.SetAutoRenew(edit.Name, isOn),
            _ => DomainUpdates.Of(edit),
        };
    }

    public ContactUpdate UpdateContact(ContactEdit edit)
    {
        Refuse(edit.Change?.Disclosure is not null, "--disclose and --hide", "what others see depends on the kind of contact");
        Refuse(edit.Change?.AuthInfo is not null, "--new-auth-env", "contacts cannot be transferred");
        var details = edit.Dk.IsEmpty ? null : new DkContactUpdate
        {
            UserType = DkUserType.From(edit.Dk.Kind),
            Cvr = edit.Dk.Cvr,
            PNumber = edit.Dk.PNumber,
            Ean = edit.Dk.Ean,
            MobilePhone = edit.Dk.Mobile is { } mobile ? new DkMobilePhone(DkPhone.Normalize(mobile)) : null,
            SecondaryEmail = edit.Dk.SecondEmail,
        };
        return DkContact.Update(edit.Id, edit.Change, details) with { Add = StandardCommands.Items(edit.AddedStatuses), Remove = StandardCommands.Items(edit.RemovedStatuses) };
    }

    public HostUpdate UpdateHost(HostEdit edit)
    {
        Refuse(edit.NewName is not null, "--new-name", "hosts cannot be renamed: create the new one, change the domains, delete the old one");
        return edit switch
        {
            { Manager: { } manager, HasItems: false } => DkHost.RequestManager(edit.Name, manager),
            { Manager: not null } => throw new UsageException(".dk accepts one operation per command (2306): change --manager with a call of its own."),
            _ => StandardCommands.HostUpdateOf(edit),
        };
    }

    public DomainRenew Renew(string name, DateOnly expires, ushort? years) =>
        years is null or 1 ? DkDomain.Renew(name, expires) : throw new UsageException(".dk renews for one year.");

    public DomainUpdate RequestRestore(string name, DateTimeOffset deleted) => DkDomain.Restore(name, deleted, DateTimeOffset.UtcNow);

    public DomainUpdate ReportRestore(string name, RgpRestoreReport report) =>
        throw new UsageException(".dk needs no report: restore request restores the domain.");

    public DomainTransfer Transfer(EppTransferOperation operation, string name, string? authInfo) =>
        operation != EppTransferOperation.Request ? throw new UsageException(".dk supports only transfer request.")
        : authInfo is null ? DkDomain.TransferWithoutToken(name)
        : DkDomain.Transfer(name, authInfo);

    public ContactTransfer TransferContact(EppTransferOperation operation, string id, string? authInfo) =>
        throw new UsageException(".dk does not transfer contacts: with the transfer of a domain, its registrant is copied.");

    public DomainUpdate CreateToken(string name) => DkDomain.CreateTransferToken(name);

    public DomainUpdate RemoveToken(string name) => DkDomain.RemoveTransferToken(name);

    public string? TokenOf(DomainUpdate command) => null;

    public (string? Token, DateTimeOffset? Expires) TokenOf(EppResponse<DomainInfoResult> response)
    {
        var token = response.Extension<DkDomainInfoResult>()?.TransferToken;
        return (token?.Token, token?.ExpiryDate);
    }

    private static DkNewContact Person(NewContact contact)
    {
        var fields = contact.Dk;
        var kind = fields.Kind ?? (contact.Organization is null ? DkUserType.Individual : DkUserType.Company).Value;
        if (kind != DkUserType.Individual.Value)
        {
            return new DkNewOrganization
            {
                UserType = new DkUserType(kind),
                Name = contact.Organization ?? contact.Name,
                Attention = contact.Organization is null ? null : contact.Name,
                Cvr = fields.Cvr,
                PNumber = fields.PNumber,
                Ean = fields.Ean,
                Address = contact.Address,
                Email = contact.Email,
                Voice = contact.Voice!,
                MobilePhone = fields.Mobile,
                SecondaryEmail = fields.SecondEmail,
            };
        }

        Refuse(contact.Organization is not null, "--org with --kind individual", "a private person has no organization");
        Refuse((fields.Cvr ?? fields.PNumber ?? fields.Ean) is not null, "--cvr, --p-number or --ean for a private person", "they are numbers of organizations: set --org or --kind");
        return new DkNewIndividual
        {
            Name = contact.Name,
            Address = contact.Address,
            Email = contact.Email,
            Voice = contact.Voice!,
            MobilePhone = fields.Mobile,
            SecondaryEmail = fields.SecondEmail,
        };
    }

    private static void Refuse(bool isGiven, string option, string reason)
    {
        if (isGiven)
        {
            throw new UsageException($".dk does not support {option}: {reason}.");
        }
    }
}
