using System.Text;
using EppClient.SchemaGenerator.Tests.Support;
using Snapshooter.Xunit;

namespace EppClient.SchemaGenerator.Tests;

/// <summary>All code that is emitted for the schemas we ship: this is where it is reviewed.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("EppClient", "EppClient.Commands.Balance")]
    [InlineData("EppClient", "EppClient.Commands.Contact")]
    [InlineData("EppClient", "EppClient.Commands.Domain")]
    [InlineData("EppClient", "EppClient.Commands.Host")]
    [InlineData("EppClient", "EppClient.Extensions.KeyRelay")]
    [InlineData("EppClient", "EppClient.Commands.Maintenance")]
    [InlineData("EppClient", "EppClient.Commands.Organization")]
    [InlineData("EppClient", "EppClient.Extensions.AdditionalEmails")]
    [InlineData("EppClient", "EppClient.Extensions.AllocationTokens")]
    [InlineData("EppClient", "EppClient.Extensions.Bundles")]
    [InlineData("EppClient", "EppClient.Extensions.ChangePoll")]
    [InlineData("EppClient", "EppClient.Extensions.E164")]
    [InlineData("EppClient", "EppClient.Extensions.Fee")]
    [InlineData("EppClient", "EppClient.Extensions.Launch")]
    [InlineData("EppClient", "EppClient.Extensions.Marks")]
    [InlineData("EppClient", "EppClient.Extensions.Organizations")]
    [InlineData("EppClient", "EppClient.Extensions.Rgp")]
    [InlineData("EppClient", "EppClient.Extensions.SecDns")]
    [InlineData("EppClient", "EppClient.Extensions.SecDns10")]
    [InlineData("EppClient", "EppClient.Extensions.Signatures")]
    [InlineData("EppClient", "EppClient.Extensions.TimeToLive")]
    [InlineData("EppClient", "EppClient.Protocol")]
    [InlineData("EppClient.Dk", "EppClient.Dk")]
    public void Emitted_code_of_a_namespace_is_as_reviewed(string project, string clrNamespace)
    {
        var run = ShippedProject.Compile(project);
        var text = new StringBuilder();
        foreach (var (name, file) in run.Files.Where(f => NamespaceOf(f.Key) == clrNamespace).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append("// ==== ").Append(name).Append('\n').Append(file).Append('\n');
        }

        Snapshot.Match(text.ToString(), clrNamespace);
    }

    [Theory]
    [InlineData("EppClient")]
    [InlineData("EppClient.Dk")]
    public void Every_emitted_file_belongs_to_a_reviewed_namespace(string project)
    {
        var reviewed = typeof(SnapshotTests).GetMethod(nameof(Emitted_code_of_a_namespace_is_as_reviewed))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(a => (string)a.GetData(null!).Single()[1])
            .ToList();

        ShippedProject.Compile(project).Files.Keys.Select(NamespaceOf).Distinct().Should().BeSubsetOf(reviewed);
    }

    [Theory]
    [InlineData("EppClient")]
    [InlineData("EppClient.Dk")]
    public void Emitted_code_compiles_without_warnings(string project)
    {
        var run = ShippedProject.Compile(project);

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Where(d => d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true).Should().BeEmpty();
    }

    private static string NamespaceOf(string hintName)
    {
        var type = hintName[..^".g.cs".Length];
        return type[..type.LastIndexOf('.')];
    }
}
