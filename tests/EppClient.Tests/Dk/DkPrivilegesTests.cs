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

                    (privilege.Verdict == DkVerdict.Refused).Should().Be(privilege.Reason is not null);
                }
            }
        }
    }

    [Theory]
    [InlineData(DkOperation.RenewDomain, DkObjectRoles.Admin | DkObjectRoles.Payer, DkVerdict.Allowed, null)]
    [InlineData(DkOperation.ChangeNameServers, DkObjectRoles.Admin | DkObjectRoles.NameServerManager, DkVerdict.Asks, null)]
    [InlineData(DkOperation.DeleteDomain, DkObjectRoles.Payer | DkObjectRoles.NameServerManager, DkVerdict.Refused, DkRefusalReason.MissingRole)]
    [InlineData(DkOperation.SwitchAutoRenewOff, DkObjectRoles.Admin | DkObjectRoles.Payer, DkVerdict.Refused, DkRefusalReason.HandlingModel)]
    public void The_best_of_several_roles_counts(DkOperation operation, DkObjectRoles roles, DkVerdict verdict, DkRefusalReason? reason) =>
        DkPrivileges.Of(operation, DkHandlingModel.RegistrantManaged, roles).Should().Be(new DkPrivilege(verdict, reason));

    [Fact]
    public void A_registrar_that_shows_only_its_name_is_another_registrar() =>
        DkPrivileges.Of(DkOperation.RenewDomain, DkHandlingModel.Unknown, DkObjectRoles.None).Reason.Should().Be(DkRefusalReason.MissingRole);
}
