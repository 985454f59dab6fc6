using System.Text;
using System.Text.RegularExpressions;
using EppClient.Dk;

namespace EppClient.PackageTests.Snippets;

/// <summary>Compares the tables of the page with the code.</summary>
public sealed partial class HandlingModelsPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Combine("docs", "dk", "handling-models.md")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData(DkHandlingModel.RegistrarManaged, "### Under registrar management")]
    [InlineData(DkHandlingModel.RegistrantManaged, "### Under registrant management")]
    public void Table_of_privileges_matches_the_code(DkHandlingModel model, string heading) => TableBelow(heading).Should().Be(TableOf(model));

    private static string TableBelow(string heading)
    {
        var section = Page[(Page.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..];
        return string.Join('\n', section.TrimStart().Split('\n').TakeWhile(line => line.StartsWith('|')));
    }

    private static string TableOf(DkHandlingModel model)
    {
        var roles = DkPrivileges.RolesUnder(model);
        var table = new StringBuilder($"| Operation | {string.Join(" | ", roles.Select(role => NameOf(model, role)))} |\n|---|{string.Concat(roles.Select(_ => "---|"))}");
        foreach (var operation in Enum.GetValues<DkOperation>())
        {
            table.Append($"\n| {Words(operation.ToString())} |");
            foreach (var role in roles)
            {
                var cell = CellOf(DkPrivileges.Of(operation, model, role));
                table.Append(cell.Length == 0 ? " |" : $" {cell} |");
            }
        }

        return table.ToString();
    }

    private static string CellOf(DkPrivilege privilege) => privilege switch
    {
        { Access: DkAccess.Allowed } => "yes",
        { Access: DkAccess.RequiresConsent } => "asks",
        { Reason: DkRefusalReason.HandlingModel } => "not here",
        _ => string.Empty,
    };

    private static string NameOf(DkHandlingModel model, DkObjectRoles role) =>
        role != DkObjectRoles.None ? Words(role.ToString())
        : model == DkHandlingModel.RegistrarManaged ? "Others"
        : "Registrar without a role";

    private static string Words(string name) => name[..1] + Capital.Replace(name[1..], match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital { get; }
}
