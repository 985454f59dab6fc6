using System.Text;
using EppClient.SchemaGenerator.Tests.Support;
using Snapshooter.Xunit;

namespace EppClient.SchemaGenerator.Tests;

/// <summary>Snapshots of all code emitted for the shipped schemas, for review.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("EppClient", "AdditionalEmail", "AdditionalEmail")]
    [InlineData("EppClient", "AllocationToken", "AllocationToken")]
    [InlineData("EppClient", "Balance", "Balance")]
    [InlineData("EppClient", "ChangePoll", "ChangePoll")]
    [InlineData("EppClient", "Contact", "Contact")]
    [InlineData("EppClient", "Domain", "Domain")]
    [InlineData("EppClient", "Epp", "Epp")]
    [InlineData("EppClient", "Fee", "Fee")]
    [InlineData("EppClient", "Host", "Host")]
    [InlineData("EppClient", "Launch", "Launch")]
    [InlineData("EppClient", "Maintenance", "Maintenance")]
    [InlineData("EppClient", "Mark", "Mark;SignedMark;EncodedSignedMark")]
    [InlineData("EppClient", "Organization", "Organization")]
    [InlineData("EppClient", "OrganizationLink", "OrganizationLink")]
    [InlineData("EppClient", "Rgp", "Rgp")]
    [InlineData("EppClient", "SecDns", "SecDns")]
    [InlineData("EppClient", "Signature", "Signature")]
    [InlineData("EppClient", "TimeToLive", "TimeToLive")]
    [InlineData("EppClient.Dk", "Dk", "Dk")]
    public void Emitted_code_of_a_schema_matches_the_snapshot(string project, string name, string prefixes)
    {
        var run = ShippedProject.Compile(project);
        var text = new StringBuilder();
        foreach (var (hintName, file) in run.Files.Where(f => prefixes.Split(';').Contains(PrefixOf(f.Key))).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append("// ==== ").Append(hintName).Append('\n').Append(file).Append('\n');
        }

        Snapshot.Match(text.ToString(), $"{project}.{name}");
    }

    [Theory]
    [InlineData("EppClient")]
    [InlineData("EppClient.Dk")]
    public void Every_emitted_file_belongs_to_a_schema_with_a_snapshot(string project) =>
        ShippedProject.Compile(project).Files.Keys.Where(name => PrefixOf(name) is null).Should().BeEmpty();

    [Theory]
    [InlineData("EppClient")]
    [InlineData("EppClient.Dk")]
    public void Emitted_code_compiles_without_warnings(string project)
    {
        var run = ShippedProject.Compile(project);

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Where(d => d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true).Should().BeEmpty();
    }

    private static readonly string[] Prefixes =
    [
        .. typeof(SnapshotTests).GetMethod(nameof(Emitted_code_of_a_schema_matches_the_snapshot))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .SelectMany(data => ((string)data.GetData(null!).Single()[2]).Split(';'))
            .OrderByDescending(prefix => prefix.Length),
    ];

    /// <summary>Returns the longest prefix of the type's name.</summary>
    private static string? PrefixOf(string hintName)
    {
        var type = hintName[..^".g.cs".Length];
        return Array.Find(Prefixes, prefix => type[(type.LastIndexOf('.') + 1)..].StartsWith(prefix, StringComparison.Ordinal));
    }
}
