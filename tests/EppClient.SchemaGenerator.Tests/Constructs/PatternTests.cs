using EppClient.Xml.Patterns;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Regular expressions of XML Schema, especially where those of .NET differ.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData(@"^a$", "^a$", "a")]
    [InlineData(@"\w", "+", "_")]
    [InlineData(@"(\w|_){1,80}-\w{1,8}", "A_1-DK", "A B-DK")]
    [InlineData(@"[\w.]+", "a.b", "a-b")]
    [InlineData(@"\W", "-", "a")]
    [InlineData(@"\i\c*", "_a-b.1", "1a")]
    [InlineData(@"[\i-[:]][\c-[:]]*", "a1", "a:b")]
    [InlineData(@"\I\C", "1 ", "a ")]
    [InlineData(@"a.b", "a-b", "a\rb")]
    [InlineData(@"[a-z-[aeiou]]", "b", "a")]
    [InlineData(@"[^a-z-[0-9]]", "A", "5")]
    [InlineData(@"[a-z-[a-m-[c]]]", "c", "b")]
    [InlineData(@"\+[0-9]\.[0-9]", "+1.2", "+1,2")]
    [InlineData(@"\d+", "1٢३", "½")]
    [InlineData(@"\s\S", "\ta", "\u00a0a")]
    [InlineData(@"\p{IsBasicLatin}*", "az", "é")]
    [InlineData(@"\p{IsGreek}+", "αβ", "ab")]
    [InlineData(@"\p{IsGreekandCoptic}\P{IsGreek}", "αb", "αβ")]
    [InlineData(@"\p{IsLatin-1Supplement}", "é", "e")]
    [InlineData(@"\p{IsCombiningMarksforSymbols}", "\u20d0", "a")]
    [InlineData(@"\p{Lu}\p{L}\P{L}", "Aa1", "aa1")]
    [InlineData(@"[a-]", "-", "b")]
    [InlineData(@"[-a]", "-", "b")]
    [InlineData(@"[+\-*/]", "-", ",")]
    [InlineData(@"[\^a]", "^", "b")]
    [InlineData(@"[a^]", "^", "b")]
    [InlineData(@"[\w-.]", "-", ",")]
    [InlineData(@"a{0}b", "b", "ab")]
    [InlineData(@"a{2}", "aa", "aaa")]
    [InlineData(@"a{2,}", "aaaa", "a")]
    [InlineData(@"a{1,3}", "aaa", "aaaa")]
    [InlineData(@"(a*)*b?", "aab", "ba")]
    [InlineData(@"a|b|", "", "ab")]
    [InlineData(@"\n\r\t\\\.\-\^\|\?\*\+\{\}\(\)\[\]", "\n\r\t\\.-^|?*+{}()[]", "")]
    [InlineData(@"\/\@", "/@", "\\/\\@")]
    [InlineData(@"[^a]", "\U0001F600", "a")]
    [InlineData(@".", "\U0001F600", "\U0001F600a")]
    [InlineData(@"\p{L}", "\U00010400", "\U0001F600")]
    [InlineData("[\U0001F600-\U0001F64F]", "\U0001F601", "\U0001F500")]
    public void Pattern_matches_what_xml_schema_says(string pattern, string good, string bad)
    {
        var parsed = SchemaPattern.Parse(pattern);

        parsed.IsMatch(good).Should().BeTrue();
        parsed.IsMatch(bad).Should().BeFalse();
    }

    [Theory]
    [InlineData("a{1,5000}")]
    [InlineData("(a|b){0,5000}")]
    [InlineData("(a*)*(a|aa)+a{0,300}")]
    public void Large_repetitions_neither_fail_nor_time_out(string pattern)
    {
        var parsed = SchemaPattern.Parse(pattern);

        parsed.IsMatch(new string('a', 3000)).Should().BeTrue();
        parsed.IsMatch(new string('a', 3000) + "c").Should().BeFalse();
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    [InlineData("*a")]
    [InlineData("(?:a)")]
    [InlineData(@"\bword\b")]
    [InlineData(@"\p{IsNowhere}")]
    [InlineData(@"\p{Xx}")]
    [InlineData(@"a\")]
    [InlineData("a{2,1}")]
    [InlineData("((a{9999}){9999}){9999}")]
    public void Invalid_pattern_is_reported(string pattern) => SchemaPattern.FaultOf(pattern).Should().NotBeNullOrEmpty();
}
