using EppClient.Dk;
using EppClient.IntegrationTests.Registry.Handling;
using EppClient.IntegrationTests.Registry.Poll;

namespace EppClient.IntegrationTests.Registry.Support;

/// <summary>docs/dk/support.md has a row with a test for each command, privilege and message of the registry's specification.</summary>
public sealed class SupportPageTests
{
    [Fact]
    public void Page_shows_every_row()
    {
        string[] expected =
        [
            "## Commands", .. SupportedCommands.Rows,
            "## Privileges", .. Privileges(),
            "## Messages", .. PollTableTests.PageRows,
        ];

        var page = File.ReadLines(RepositoryFolder.Combine("docs", "dk", "support.md")).Where(line =>
            line.StartsWith("## ", StringComparison.Ordinal) || (line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal)));

        page.Should().Equal(expected);
    }

    private static IEnumerable<string> Privileges() => Enum.GetValues<DkOperation>().Select(operation =>
        $"| `{operation}` | {May(operation, DkHandlingModel.RegistrarManaged)} | {May(operation, DkHandlingModel.RegistrantManaged)} | {nameof(PrivilegeMatrixTests)} |");

    private static string May(DkOperation operation, DkHandlingModel model)
    {
        var roles = DkPrivileges.RolesUnder(model);
        var able = roles.Where(role => DkPrivileges.Of(operation, model, role).Access != DkAccess.Refused).ToList();
        var needsConsent = able.Exists(role => DkPrivileges.Of(operation, model, role).Access == DkAccess.RequiresConsent);
        return able.Count == 0 ? "none"
            : (able.Count == roles.Count ? "all" : string.Join(", ", able.Select(role => role == DkObjectRoles.None ? "others" : role.ToString()))) + (needsConsent ? " (consent)" : string.Empty);
    }
}
