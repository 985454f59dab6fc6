using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts domain commands to the requests that the rules use.</summary>
internal static class DomainRequests
{
    public static DomainCreateRequest From(DomainCreate command, IReadOnlyList<IEppElement> extensions)
    {
        var fields = new DkFields(extensions);
        return new DomainCreateRequest(command.Name)
        {
            Years = command.Period,
            NameServers = command.NameServers?.HostObjects ?? [],
            HasNameServerAddresses = command.NameServers is { HostAttributes.Count: > 0 },
            Registrant = command.Registrant,
            HasContacts = command.Contacts.Count > 0,
            Password = command.AuthInfo.Password,
            OrderConfirmationToken = fields.OrderConfirmationToken,
            AutoRenew = fields.AutoRenew,
            IsRegistrantManaged = fields.Management == DkManagement.Registrant,
            DsRecords = From(EppElements.First<SecDnsCreate>(extensions)?.DsData ?? []),
        };
    }

    public static DomainRenewRequest From(DomainRenew command) =>
        new(command.Name, command.CurrentExpiryDate.Day, command.Period, command.PeriodUnit == DomainPeriodUnit.Month);

    public static DomainTransferRequest From(DomainTransfer command) => new(command.Name, command.AuthInfo?.Password);

    public static DomainUpdateRequest From(DomainUpdate command, IReadOnlyList<IEppElement> extensions)
    {
        var fields = new DkFields(extensions);
        return new DomainUpdateRequest(command.Name)
        {
            NameServers = NameServersOf(command),
            Roles = [.. RolesOf(command.Remove, isAddition: false), .. RolesOf(command.Add, isAddition: true)],
            HasStatuses = command is { Add.Statuses.Count: > 0 } or { Remove.Statuses.Count: > 0 },
            Registrant = command.Change?.Registrant,
            OrderConfirmationToken = fields.OrderConfirmationToken,
            Password = command.Change?.AuthInfo?.Password,
            RemovesPassword = command.Change?.AuthInfo is { IsRemove.IsPresent: true },
            Ds = From(EppElements.First<SecDnsUpdate>(extensions)),
            AutoRenew = fields.AutoRenew,
            Restore = From(EppElements.First<RgpUpdate>(extensions)?.Restore),
        };
    }

    private static NameServerChange? NameServersOf(DomainUpdate command)
    {
        var (added, removed) = (command.Add?.NameServers, command.Remove?.NameServers);
        return added is null && removed is null
            ? null
            : new NameServerChange(removed?.HostObjects ?? [], added?.HostObjects ?? [])
            {
                AddsByAddress = added is { HostAttributes.Count: > 0 },
                RemovesByAddress = removed is { HostAttributes.Count: > 0 },
            };
    }

    private static IEnumerable<RoleChange> RolesOf(DomainUpdateItems? change, bool isAddition) =>
        change is null ? [] : change.Contacts.Select(contact => new RoleChange(contact.Role?.Value ?? string.Empty, contact.Id, isAddition));

    private static DsChange? From(SecDnsUpdate? update) =>
        update is null
            ? null
            : new DsChange(update.Remove?.All == true, From(update.Remove?.DsData ?? []), From(update.Add?.DsData ?? []))
            {
                IsUrgent = update.Urgent == true,
                HasKeyData = update is { Add.KeyData.Count: > 0 } or { Remove.KeyData.Count: > 0 },
                HasSignatureLife = update.Change?.MaximumSignatureLifetime is not null || update.Add?.MaximumSignatureLifetime is not null,
            };

    private static IReadOnlyList<DkDsRecord> From(IReadOnlyList<SecDnsDsData> records) =>
        [.. records.Select(record => new DkDsRecord(record.KeyTag, record.Algorithm, record.DigestType, record.Digest.ToHex().ToLowerInvariant()))];

    private static RestoreStep? From(RgpRestore? restore)
    {
        if (restore is null)
        {
            return null;
        }

        return restore.Operation == RgpRestoreOperation.Report ? RestoreStep.Report : RestoreStep.Request;
    }
}
