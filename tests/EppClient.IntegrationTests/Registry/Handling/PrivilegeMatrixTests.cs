using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>
/// Every cell of the privilege matrices, end to end: an allowed operation succeeds with the typed API; a forbidden one is rejected by the registry
/// for the reason in the matrix, and locally for the same reason if the rejection is certain.
/// </summary>
public sealed class PrivilegeMatrixTests
{
    public static TheoryData<DkOperation, DkHandlingModel, DkObjectRoles> Cells
    {
        get
        {
            var cells = new TheoryData<DkOperation, DkHandlingModel, DkObjectRoles>();
            foreach (var model in new[] { DkHandlingModel.RegistrarManaged, DkHandlingModel.RegistrantManaged })
            {
                foreach (var operation in Enum.GetValues<DkOperation>())
                {
                    foreach (var role in DkPrivileges.RolesUnder(model))
                    {
                        cells.Add(operation, model, role);
                    }
                }
            }

            return cells;
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Cells))]
    public Task Registry_applies_the_cell(DkOperation operation, DkHandlingModel model, DkObjectRoles role) =>
        CheckCellAsync(operation, model, role, speaksVersion45: true);

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Cells))]
    public Task Registry_applies_the_cell_in_the_older_version(DkOperation operation, DkHandlingModel model, DkObjectRoles role) =>
        CheckCellAsync(operation, model, role, speaksVersion45: false);

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Cells))]
    public async Task Registry_requires_consent_as_the_matrix_says(DkOperation operation, DkHandlingModel model, DkObjectRoles role)
    {
        var status = DkPrivileges.Of(operation, model, role).Access;
        if (status == DkAccess.Refused || operation is DkOperation.RegisterDomain or DkOperation.DeleteDomain)
        {
            // An application and a deletion are always pending at the registry.
            return;
        }

        await using var world = PrivilegeFixture.For(operation, model, role);

        var response = await world.Pool.TrySendAsync(world.Command(operation, await InfoAsync(world)));

        response.Code.Value.Should().Be(status == DkAccess.RequiresConsent ? 1001 : 1000);
    }

    private static async Task CheckCellAsync(DkOperation operation, DkHandlingModel model, DkObjectRoles role, bool speaksVersion45)
    {
        await using var world = PrivilegeFixture.For(operation, model, role, speaksVersion45);
        var privilege = DkPrivileges.Of(operation, model, role);
        var typed = await world.FindAsync(operation);
        var known = await world.FindRefusalAsync(operation);

        if (privilege.Access == DkAccess.Refused)
        {
            await CheckRefusalAsync(world, operation, privilege, typed, known);
            (known is not null).Should().Be(IsCertain(operation, model, role));
        }
        else
        {
            known.Should().BeNull();
            typed.Should().NotBeNull();
            (await typed!()).Should().BeTrue();
        }
    }

    // The library cannot see whether the account manages the name servers, which is irrelevant for its own objects.
    private static bool IsCertain(DkOperation operation, DkHandlingModel model, DkObjectRoles role) =>
        DkPrivileges.Of(operation, model, role == DkObjectRoles.Registrar ? role : role | DkObjectRoles.NameServerManager).Access == DkAccess.Refused;

    private static async Task CheckRefusalAsync(
        PrivilegeFixture world, DkOperation operation, DkPrivilege privilege, Func<Task<bool>>? typed, DkRefusal? known)
    {
        if (known is not null)
        {
            (known.Reason, known.IsLocal).Should().Be((privilege.Reason!.Value, true));
        }

        if (typed is not null)
        {
            var refused = await typed.Should().ThrowAsync<DkRefusedException>();
            refused.Which.Refusal.Reason.Should().Be(privilege.Reason);
            refused.Which.Refusal.IsLocal.Should().Be(known is not null);
        }

        var response = await world.Pool.TrySendAsync(world.Command(operation, await InfoAsync(world)));
        var refusal = DkRefusal.From(response);
        refusal.Should().NotBeNull($"the registry responded with {response}");
        (refusal!.Reason, refusal.IsLocal).Should().Be((privilege.Reason!.Value, false), $"the registry responded with {response}");
    }

    private static async Task<DomainInfoResult> InfoAsync(PrivilegeFixture world) => (await world.Pool.SendAsync(new DomainInfo(PrivilegeFixture.Domain))).Data;
}
