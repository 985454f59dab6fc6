using System.Text.RegularExpressions;

namespace EppClient.PackageTests.Snippets;

/// <summary>Compares the page with the public types of the core package.</summary>
public sealed partial class PublicTypesPageTests
{
    private static readonly string[] Generated = ["EppClient.Commands", "EppClient.Extensions"];

    [Fact]
    public void Page_gives_a_reason_for_each_public_type_once()
    {
        var listed = File.ReadLines(RepositoryFolder.Combine("docs", "reference", "public-types.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name.Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));

        var types = typeof(EppSessionPool).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && !Generated.Contains(type.Namespace))
            .Select(NameOf);

        listed.Should().BeEquivalentTo(types);
    }

    private static string NameOf(Type type)
    {
        var name = type.IsSubclassOf(typeof(Attribute)) ? type.Name[..^"Attribute".Length] : type.Name.Split('`')[0];
        var parameters = type.GetGenericArguments();
        var full = parameters.Length == 0 ? name : $"{name}<{string.Join(", ", parameters.Select(p => p.Name))}>";
        return type.Namespace is "EppClient.Transport" or "EppClient.Diagnostics" ? $"{type.Namespace}.{full}" : full;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name { get; }
}
