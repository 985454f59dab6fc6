using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkDomainNameTests
{
    [Theory]
    [InlineData("eksempel.dk", "eksempel.dk", "eksempel.dk")]
    [InlineData("EKSEMPEL.DK", "eksempel.dk", "eksempel.dk")]
    [InlineData("ÆØÅ.dk", "xn--5cab8c.dk", "æøå.dk")]
    [InlineData("æøå.dk", "xn--5cab8c.dk", "æøå.dk")]
    [InlineData("XN--5CAB8C.dk", "xn--5cab8c.dk", "æøå.dk")]
    [InlineData("straße.dk", "xn--strae-oqa.dk", "straße.dk")]
    [InlineData("  ns1.Blåbær.DK\n", "ns1.xn--blbr-roah.dk", "ns1.blåbær.dk")]
    [InlineData("ÖÄÜÉ.dk", "xn--4cak1bza.dk", "öäüé.dk")]
    public void From_gives_both_forms_of_a_name(string text, string ascii, string unicode)
    {
        var name = DkDomainName.From(text);

        name.Ascii.Should().Be(ascii);
        name.Unicode.Should().Be(unicode);
        name.ToString().Should().Be(unicode);
    }

    [Theory]
    [InlineData("a\u030A", "å")]
    [InlineData("A\u0308", "ä")]
    [InlineData("o\u0308", "ö")]
    [InlineData("u\u0308", "ü")]
    [InlineData("E\u0301", "é")]
    public void From_takes_letters_with_combining_marks_for_the_letters_they_make(string decomposed, string composed) =>
        DkDomainName.From(decomposed + ".dk").Unicode.Should().Be(composed + ".dk");

    [Theory]
    [InlineData("a..dk")]
    [InlineData(".dk")]
    [InlineData("")]
    public void From_keeps_what_is_no_name(string text) => DkDomainName.From(text).Ascii.Should().Be(text);

    [Fact]
    public void From_keeps_an_A_label_that_represents_capitals()
    {
        var name = DkDomainName.From("xn--8bab8c.dk");

        name.Unicode.Should().Be("xn--8bab8c.dk", "no name with small letters leads to it");
        name.Should().NotBe(DkDomainName.From("æøå.dk"));
    }

    [Fact]
    public void Names_are_equal_in_whichever_form_they_came()
    {
        DkDomainName.From("ÆØÅ.dk").Should().Be(DkDomainName.From("xn--5cab8c.dk"));
        DkDomainName.From("ÆØÅ.dk").GetHashCode().Should().Be(DkDomainName.From("xn--5cab8c.dk").GetHashCode());
        DkDomainName.From("ss.dk").Should().NotBe(DkDomainName.From("ß.dk"));
    }

    [Theory]
    [InlineData("ÆØÅ.dk", "xn--5cab8c.DK", true)]
    [InlineData("a.dk", "b.dk", false)]
    [InlineData(null, "b.dk", false)]
    [InlineData("a.dk", null, false)]
    [InlineData(null, null, true)]
    public void AreSame_compares_texts_as_names(string? one, string? other, bool same) => DkDomainName.AreSame(one, other).Should().Be(same);

    [Theory]
    [InlineData("ns1.æble.dk", "Æble.dk", true)]
    [InlineData("æble.dk", "æble.dk", false)]
    [InlineData("blommeæble.dk", "æble.dk", false)]
    public void IsBelow_reports_hosts_of_a_domain(string host, string domain, bool below) =>
        DkDomainName.From(host).IsBelow(DkDomainName.From(domain)).Should().Be(below);
}
