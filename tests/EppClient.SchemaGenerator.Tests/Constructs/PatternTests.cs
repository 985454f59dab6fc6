using System.Text.RegularExpressions;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Where regular expressions of XML Schema and of .NET differ.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData(@"^a$", "^a$", "a")]
    [InlineData(@"\w", "+", "_")]
    [InlineData(@"(\w|_){1,80}-\w{1,8}", "A_1-DK", "A B-DK")]
    [InlineData(@"[\w.]+", "a.b", "a-b")]
    [InlineData(@"\W", "-", "a")]
    [InlineData(@"\i\c*", "_a-b.1", "1a")]
    [InlineData(@"a.b", "a-b", "a\rb")]
    [InlineData(@"[a-z-[aeiou]]", "b", "a")]
    [InlineData(@"\+[0-9]\.[0-9]", "+1.2", "+1,2")]
    public void Pattern_matches_what_xml_schema_says(string pattern, string good, string bad)
    {
        var translated = new Regex($@"\A(?:{PatternTranslator.Translate(pattern)})\z", RegexOptions.NonBacktracking);

        translated.IsMatch(good).Should().BeTrue();
        translated.IsMatch(bad).Should().BeFalse();
    }
}
