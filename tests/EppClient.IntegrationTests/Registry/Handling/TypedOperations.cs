using EppClient.Dk;
using static EppClient.IntegrationTests.Registry.Handling.PrivilegeFixture;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>Each operation with the typed API. Null if the type of the object does not have the operation.</summary>
internal static class TypedOperations
{
    public static async Task<Func<Task<bool>>?> FindAsync(this PrivilegeFixture world, DkOperation operation) => operation switch
    {
        DkOperation.RegisterDomain => await RegisterAsync(world),
        DkOperation.ReadRegistrant => async () => await (await DomainAsync(world)).GetRegistrantAsync() is not null,
        DkOperation.UpdateContact or DkOperation.UpdateOwnProfile => await ContactAsync(world, operation),
        DkOperation.ReadHost or DkOperation.UpdateHost or DkOperation.DeleteHost => await HostAsync(world, operation),
        _ => Of(world, operation, await DomainAsync(world)),
    };

    public static async Task<DkRefusal?> FindRefusalAsync(this PrivilegeFixture world, DkOperation operation) => operation switch
    {
        DkOperation.RegisterDomain or DkOperation.UpdateContact => (await world.Registrar.GetContactAsync(Registrant)).FindRefusal(operation),
        DkOperation.UpdateOwnProfile => (await world.Registrar.GetContactAsync(OwnProfile)).FindRefusal(operation),
        DkOperation.ReadHost or DkOperation.UpdateHost or DkOperation.DeleteHost => (await world.Registrar.GetHostAsync(HostBelow)).FindRefusal(operation),
        _ => (await DomainAsync(world)).FindRefusal(operation),
    };

    private static Task<DkHandledDomain> DomainAsync(PrivilegeFixture world) => world.Registrar.GetDomainAsync(Domain);

    private static Func<Task<bool>>? Of(PrivilegeFixture world, DkOperation operation, DkHandledDomain fetched) => (operation, fetched) switch
    {
        (DkOperation.ReadDomain, _) => async () => await fetched.RefreshAsync() is not null,
        (DkOperation.RenewDomain, DkRegistrarDomain ours) => Respond(() => ours.RenewAsync()),
        (DkOperation.RenewDomain, DkRegistrantDomain { AsPayer: { } payer }) => Respond(() => payer.RenewAsync()),
        (DkOperation.RestoreDomain, DkRegistrarDomain ours) => Respond(() => ours.RestoreAsync()),
        (DkOperation.RestoreDomain, DkRegistrantDomain { AsAdmin: { } admin }) => Respond(() => admin.RestoreAsync()),
        (DkOperation.DeleteDomain, DkRegistrarDomain ours) => Respond(() => ours.EndRightOfUseAsync()),
        (DkOperation.DeleteDomain, DkRegistrantDomain { AsAdmin: { } admin }) => Respond(() => admin.EndRightOfUseAsync()),
        (DkOperation.DisableAutoRenew, DkRegistrarDomain ours) => Respond(async () => (await ours.SetAutoRenewAsync(autoRenew: false))!),
        (DkOperation.ChangeRegistrant, DkRegistrarDomain ours) => Respond(() => ours.ChangeRegistrantAsync(NextRegistrant, world.Now)),
        (DkOperation.ChangeRegistrant, DkRegistrantDomain { AsAdmin: { } admin }) => Respond(() => admin.ChangeRegistrantAsync(NextRegistrant, world.Now)),
        (DkOperation.ChangeNameServers, DkRegistrarDomain ours) => Change(() => ours.SetNameServersAsync(NextNameServers)),
        (DkOperation.ChangeNameServers, DkRegistrantDomain { AsAdmin: { } admin }) => Change(() => admin.SetNameServersAsync(NextNameServers)),
        (DkOperation.ChangeNameServers, DkRegistrantDomain theirs) => Change(() => theirs.AsNameServerManager.SetNameServersAsync(NextNameServers)),
        (DkOperation.ChangeNameServers, DkOtherRegistrarDomain theirs) => Change(() => theirs.AsNameServerManager.SetNameServersAsync(NextNameServers)),
        (DkOperation.ChangeDsRecords, DkRegistrarDomain ours) => Change(() => ours.SetDsRecordsAsync([RawOperations.Ds])),
        (DkOperation.ChangeDsRecords, DkRegistrantDomain { AsAdmin: { } admin }) => Change(() => admin.SetDsRecordsAsync([RawOperations.Ds])),
        (DkOperation.ChangeDsRecords, DkRegistrantDomain theirs) => Change(() => theirs.AsNameServerManager.SetDsRecordsAsync([RawOperations.Ds])),
        (DkOperation.ChangeDsRecords, DkOtherRegistrarDomain theirs) => Change(() => theirs.AsNameServerManager.SetDsRecordsAsync([RawOperations.Ds])),
        (DkOperation.BecomePayer, DkRegistrantDomain theirs) => Change(() => theirs.BecomePayerAsync()),
        (DkOperation.RemovePayer, DkRegistrantDomain { AsPayer: { } payer }) => Change(() => payer.StepDownAsync()),
        (DkOperation.RemovePayer, DkRegistrantDomain { AsAdmin: { } admin }) => Change(() => admin.SetContactsAsync(payer: Registrant)),
        (DkOperation.RemovePayer, DkRegistrantDomain theirs) => Change(() => theirs.RemovePayerAsync(Other)),
        (DkOperation.AppointAdmin, DkRegistrantDomain { AsAdmin: { } admin }) => Change(() => admin.SetContactsAsync(admin: Clerk)),
        (DkOperation.RemoveAdmin, DkRegistrantDomain { AsAdmin: { } admin }) => Change(() => admin.SetContactsAsync(admin: Registrant)),
        (DkOperation.CreateTransferToken, DkRegistrarDomain ours) => async () => (await ours.CreateTransferTokenAsync()).Role() == DkTokenRole.Registrar,
        (DkOperation.CreateTransferToken, DkRegistrantDomain { AsAdmin: { } admin }) => async () => (await admin.CreateTransferTokenAsync()).Token.Length > 0,
        (DkOperation.TransferWithToken, DkRegistrantDomain theirs) => async () => (await theirs.TransferAsync(world.Token())).Model == DkHandlingModel.RegistrarManaged,
        (DkOperation.TransferWithToken, DkOtherRegistrarDomain theirs) => async () => (await theirs.TransferAsync(world.Token())).Model == DkHandlingModel.RegistrarManaged,
        (DkOperation.TransferWithoutToken, DkRegistrantDomain theirs) => async () => (await theirs.TransferWithoutTokenAsync()).Model == DkHandlingModel.RegistrarManaged,
        (DkOperation.CreateHostBelow, DkRegistrarDomain ours) => Respond(() => ours.CreateHostAsync(DkHost.Create("ns8.sag.dk", "193.163.102.8"))),
        (DkOperation.CreateHostBelow, DkRegistrantDomain theirs) => Respond(() => theirs.CreateHostAsync(DkHost.Create("ns8.sag.dk", "193.163.102.8"))),
        _ => null,
    };

    private static async Task<Func<Task<bool>>?> RegisterAsync(PrivilegeFixture world) => await world.Registrar.GetContactAsync(Registrant) is DkRegistrarContact contact
        ? Respond(() => world.Registrar.ApplyAsync(new DkDomainApplication("ny.dk", contact.Id, world.Now, NameServers)))
        : null;

    private static async Task<Func<Task<bool>>?> ContactAsync(PrivilegeFixture world, DkOperation operation)
    {
        var id = operation == DkOperation.UpdateOwnProfile ? OwnProfile : Registrant;
        return await world.Registrar.GetContactAsync(id) switch
        {
            DkRegistrarContact ours => Respond(() => ours.UpdateAsync(RawOperations.NewVoice)),
            DkRegistrantContact { AsOwnProfile: { } own } => Respond(() => own.UpdateAsync(RawOperations.NewVoice)),
            DkOtherRegistrarContact { AsOwnProfile: { } own } => Respond(() => own.UpdateAsync(RawOperations.NewVoice)),
            _ => null,
        };
    }

    private static async Task<Func<Task<bool>>?> HostAsync(PrivilegeFixture world, DkOperation operation)
    {
        var host = await world.Registrar.GetHostAsync(HostBelow);
        var manager = host switch
        {
            DkRegistrarHost ours => ours.AsManager,
            DkRegistrantHost theirs => theirs.AsManager,
            _ => ((DkOtherRegistrarHost)host).AsManager,
        };
        return operation switch
        {
            DkOperation.UpdateHost => Change(() => manager.SetAddressesAsync(["193.163.102.1"])),
            DkOperation.DeleteHost => Respond(() => manager.DeleteAsync()),
            _ => () => Task.FromResult(host.Info.Name.Length > 0),
        };
    }

    private static Func<Task<bool>> Respond(Func<Task<EppResponse>> send) => async () => (await send()).IsSuccess;

    private static Func<Task<bool>> Change(Func<Task<DkStateChange>> send) => async () => (await send()).Responses.All(response => response.IsSuccess);
}
