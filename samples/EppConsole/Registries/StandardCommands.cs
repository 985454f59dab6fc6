using EppClient;
using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>The commands of the RFCs.</summary>
internal sealed class StandardCommands : IRegistryCommands
{
    public IReadOnlyList<string> ContactOptions => [];

    public DomainCreate CreateDomain(NewDomain domain)
    {
        RefuseDk((domain.TermsAccepted, "--terms-accepted"), (domain.AutoRenew, "--auto-renew"));
        return new(domain.Name, DomainAuthInfo.FromPassword(domain.AuthInfo ?? SecureAuthInfo.Generate().Value))
        {
            Registrant = domain.Registrant,
            Contacts = domain.Contacts,
            NameServers = domain.NameServers.Count == 0 ? null : DomainNameServers.FromHostObjects(domain.NameServers),
            Period = domain.Years,
            PeriodUnit = domain.Years is null ? null : DomainPeriodUnit.Year,
            Extensions = domain.DsRecords.Count == 0 ? [] : [new SecDnsCreate(domain.DsRecords)],
        };
    }

    public ContactCreate CreateContact(NewContact contact)
    {
        RefuseDk(contact.Dk);
        return new()
        {
            Id = contact.Id ?? throw new UsageException("A contact of this registry needs a handle: add it after 'contact'."),
            PostalInfo = [new ContactPostalInfo { Type = contact.Form ?? ContactPostalInfoForm.Internationalized, Name = contact.Name, Organization = contact.Organization, Address = contact.Address }],
            Voice = contact.Voice,
            Fax = contact.Fax,
            Email = contact.Email,
            Disclosure = contact.Disclosure,
            AuthInfo = ContactAuthInfo.FromPassword(contact.AuthInfo ?? SecureAuthInfo.Generate().Value),
        };
    }

    public DomainUpdate UpdateDomain(DomainEdit edit)
    {
        RefuseDk((edit.TermsAccepted, "--terms-accepted"), (edit.AutoRenew, "--auto-renew"));
        return DomainUpdates.Of(edit, edit.AuthInfo is null ? null : DomainAuthInfoChange.FromPassword(edit.AuthInfo));
    }

    public ContactUpdate UpdateContact(ContactEdit edit)
    {
        RefuseDk(edit.Dk);
        return new(edit.Id) { Change = edit.Change, Add = Items(edit.AddedStatuses), Remove = Items(edit.RemovedStatuses) };
    }

    public HostUpdate UpdateHost(HostEdit edit)
    {
        RefuseDk((edit.Manager, "--manager"));
        return HostUpdateOf(edit);
    }

    public DomainRenew Renew(string name, DateOnly expires, ushort? years) => years is { } number
        ? new(name, expires, number)
        : new(name, expires);

    public DomainUpdate RequestRestore(string name, DateTimeOffset deleted) => new(name) { Change = new DomainChange(), Extensions = [RgpUpdate.Request] };

    public DomainUpdate ReportRestore(string name, RgpRestoreReport report) => new(name) { Change = new DomainChange(), Extensions = [RgpUpdate.Report(report)] };

    public DomainTransfer Transfer(EppTransferOperation operation, string name, string? authInfo) => new(operation, name)
    {
        AuthInfo = authInfo is null ? null : DomainAuthInfo.FromPassword(authInfo),
    };

    public ContactTransfer TransferContact(EppTransferOperation operation, string id, string? authInfo) => new(operation, id)
    {
        AuthInfo = authInfo is null ? null : ContactAuthInfo.FromPassword(authInfo),
    };

    public DomainUpdate CreateToken(string name) => new(name) { Change = new DomainChange { AuthInfo = DomainAuthInfoChange.FromPassword(SecureAuthInfo.Generate().Value) } };

    public DomainUpdate RemoveToken(string name) => new(name) { Change = new DomainChange { AuthInfo = DomainAuthInfoChange.Remove } };

    public string? TokenOf(DomainUpdate command) => command.Change?.AuthInfo?.Password;

    public (string? Token, DateTimeOffset? Expires) TokenOf(EppResponse<DomainInfoResult> response) => (response.DataOrNull?.AuthInfo?.Password, null);

    /// <summary>Gets the statuses of a contact to add or remove; null if there are none.</summary>
    public static ContactUpdateItems? Items(IReadOnlyList<string> statuses) =>
        statuses.Count == 0 ? null : new ContactUpdateItems { Statuses = [.. statuses.Select(status => (ContactStatus)new ContactStatusValue(status))] };

    /// <summary>Gets the update of a host.</summary>
    public static HostUpdate HostUpdateOf(HostEdit edit) => new(edit.Name)
    {
        Add = Items(edit.AddedAddresses, edit.AddedStatuses),
        Remove = Items(edit.RemovedAddresses, edit.RemovedStatuses),
        Change = edit.NewName is null ? null : new HostChange { Name = edit.NewName },
    };

    private static HostUpdateItems? Items(IReadOnlyList<string> addresses, IReadOnlyList<string> statuses) => addresses.Count + statuses.Count == 0 ? null : new HostUpdateItems
    {
        Addresses = [.. addresses.Select(address => (HostAddress)address)],
        Statuses = [.. statuses.Select(status => (HostStatus)new HostStatusValue(status))],
    };

    private static void RefuseDk(DkContactFields fields) => RefuseDk(
        (fields.Kind, "--kind"), (fields.Cvr, "--cvr"), (fields.PNumber, "--p-number"), (fields.Ean, "--ean"), (fields.Mobile, "--mobile"), (fields.SecondEmail, "--second-email"));

    private static void RefuseDk(params ReadOnlySpan<(object? Value, string Option)> options)
    {
        foreach (var (value, option) in options)
        {
            if (value is not null)
            {
                throw new UsageException($"{option} is for .dk only: add --profile dk, or omit it.");
            }
        }
    }
}
