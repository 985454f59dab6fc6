using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;
using static EppClient.IntegrationTests.Registry.Handling.PrivilegeFixture;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>Each operation as a plain command, which does not depend on the typed API.</summary>
internal static class RawOperations
{
    public static SecDnsDsData Ds { get; } = new(12345, 13, 2, EppBinary.FromHex(new string('A', 64)));

    public static IEppCommand Command(this PrivilegeFixture world, DkOperation operation, DomainInfoResult domain) => operation switch
    {
        DkOperation.ReadDomain => new DomainInfo(Domain),
        DkOperation.RegisterDomain => DkDomain.Create("ny.dk", Registrant, world.Now, NameServers),
        DkOperation.RenewDomain => DkDomain.Renew(Domain, domain.ExpiryDate!.Value),
        DkOperation.RestoreDomain => DkDomain.Restore(Domain, world.Now, world.Now),
        DkOperation.DeleteDomain => new DomainDelete(Domain),
        DkOperation.DisableAutoRenew => DkDomain.SetAutoRenew(Domain, autoRenew: false),
        DkOperation.ChangeRegistrant => DkDomain.ChangeRegistrant(Domain, NextRegistrant, world.Now),
        DkOperation.ChangeNameServers => DkDomain.ReplaceNameServers(Domain, [.. NameServers.Except(NextNameServers)], [.. NextNameServers.Except(NameServers)]),
        DkOperation.ChangeDsRecords => DkDomain.AddDsRecords(Domain, Ds),
        DkOperation.BecomePayer => Role(DomainContactRole.Billing, add: Caller),
        DkOperation.RemovePayer => Role(DomainContactRole.Billing, remove: Holder(domain, DomainContactRole.Billing)),
        DkOperation.AppointAdmin => Role(DomainContactRole.Administrative, add: Clerk),
        DkOperation.RemoveAdmin => Role(DomainContactRole.Administrative, remove: Holder(domain, DomainContactRole.Administrative)),
        DkOperation.CreateTransferToken => DkDomain.CreateTransferToken(Domain),
        DkOperation.TransferWithToken => DkDomain.Transfer(Domain, world.Token()),
        DkOperation.TransferWithoutToken => DkDomain.TransferWithoutToken(Domain),
        DkOperation.CreateHostBelow => DkHost.Create("ns8.sag.dk", "193.163.102.8"),
        DkOperation.ReadRegistrant => new ContactInfo(Registrant),
        DkOperation.UpdateContact => DkContact.Update(Registrant, NewVoice),
        DkOperation.UpdateOwnProfile => DkContact.Update(OwnProfile, NewVoice),
        DkOperation.ReadHost => new HostInfo(HostBelow),
        DkOperation.UpdateHost => new HostUpdate(HostBelow) { Add = new HostUpdateItems { Addresses = ["193.163.102.1"] } },
        DkOperation.DeleteHost => new HostDelete(HostBelow),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    public static ContactChange NewVoice { get; } = new() { Voice = "+45.33333333" };

    // The holder of a role is not shown to other registrars, so another account is assumed.
    private static string Holder(DomainInfoResult domain, DomainContactRole role) => domain.Contacts.FirstOrDefault(contact => contact.Role == role)?.Id ?? Other;

    private static DomainUpdate Role(DomainContactRole role, string? add = null, string? remove = null) => new(Domain)
    {
        Add = add is null ? null : new DomainUpdateItems { Contacts = [new DomainContact { Id = add, Role = role }] },
        Remove = remove is null ? null : new DomainUpdateItems { Contacts = [new DomainContact { Id = remove, Role = role }] },
    };
}
