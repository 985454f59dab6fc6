using System.Reflection;
using System.Text.RegularExpressions;

namespace EppClient.PackageTests.Snippets;

public sealed partial class NamesInTextsTests
{
    private static readonly ILookup<string, Type> Types = new[] { "EppClient", "EppClient.Dk", "EppClient.Iana", "EppClient.Redis", "EppClient.Sqlite", "EppClient.PostgreSql", "EppClient.Extensions.Hosting", "EppClient.Dk.Hosting", "EppClient.Dk.AspNetCore", "EppClient.Testing", "EppClient.Dk.Testing" }
        .SelectMany(name => Assembly.Load(name).GetExportedTypes())
        .ToLookup(type => WithoutSuffix(type.Name.Split('`')[0]), StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. Texts.MarkdownFiles.Select(Texts.Relative)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Types_and_members_in_texts_exist(string path) =>
        Unknown(File.ReadAllText(RepositoryFolder.Combine(path))).Should().BeEmpty();

    [Fact]
    public void A_type_or_member_that_does_not_exist_is_reported() =>
        Unknown("`EppException` `EppException.Delivery` `EppExceptional` `EppException.Missing` `IEppCommand<TData>` `EppElement` `EppClient.Dk` `Epp`")
            .Should().Equal("EppExceptional", "EppException.Missing");

    private static IEnumerable<string> Unknown(string text) =>
        Name.Matches(text).Where(match => !IsTest(match.Groups["type"].Value) && !Exists(match.Groups["type"].Value, match.Groups["member"].Value)).Select(match => match.Value.Trim('`'));

    private static bool Exists(string type, string member) =>
        Types[type].Any(candidate => member.Length == 0 || candidate.GetMember(member, BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Length > 0);

    // The names of tests on pages are compared too.
    private static bool IsTest(string type) => type.EndsWith("Tests", StringComparison.Ordinal);

    private static string WithoutSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    /// <summary>A name in the style of the library's types, alone between backticks.</summary>
    [GeneratedRegex(@"`(?!EppClient\b)(?<type>I?(?:Epp|Dk|Domain|Host|Contact|Balance|SecDns|Rgp|Poll|Fee|Launch|Mark|SignedMark|Signature|ChangePoll|AllocationToken|Organization|Maintenance|TimeToLive|AdditionalEmail|KeyRelay|Bundle|E164|Redis)[A-Z]\w+)(?:<\w+>)?(?:\.(?<member>\w+))?`")]
    private static partial Regex Name { get; }
}
