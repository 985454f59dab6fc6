using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkPrivilegesTests
{
    [Fact]
    public void Every_operation_has_a_cell_for_every_role_of_both_models()
    {
        foreach (var model in new[] { DkHandlingModel.RegistrarManaged, DkHandlingModel.RegistrantManaged })
        {
            foreach (var operation in Enum.GetValues<DkOperation>())
            {
                foreach (var role in DkPrivileges.RolesUnder(model))
                {
                    var privilege = DkPrivileges.Of(operation, model, role);

                    (privilege.Access == DkAccess.Refused).Should().Be(privilege.Reason is not null);
                }
            }
        }
    }

    [Theory]
    [InlineData(DkOperation.RenewDomain, DkObjectRoles.Admin | DkObjectRoles.Payer, DkAccess.Allowed, null)]
    [InlineData(DkOperation.ChangeNameServers, DkObjectRoles.Admin | DkObjectRoles.NameServerManager, DkAccess.RequiresConsent, null)]
    [InlineData(DkOperation.DeleteDomain, DkObjectRoles.Payer | DkObjectRoles.NameServerManager, DkAccess.Refused, DkRefusalReason.MissingRole)]
    [InlineData(DkOperation.DisableAutoRenew, DkObjectRoles.Admin | DkObjectRoles.Payer, DkAccess.Refused, DkRefusalReason.HandlingModel)]
    public void Role_with_the_most_privileges_is_used(DkOperation operation, DkObjectRoles roles, DkAccess status, DkRefusalReason? reason) =>
        DkPrivileges.Of(operation, DkHandlingModel.RegistrantManaged, roles).Should().Be(new DkPrivilege(status, reason));

    [Fact]
    public void Registrar_known_by_name_only_is_another_registrar() =>
        DkPrivileges.Of(DkOperation.RenewDomain, DkHandlingModel.Unknown, DkObjectRoles.None).Reason.Should().Be(DkRefusalReason.MissingRole);
}
