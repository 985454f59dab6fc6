using System.Text.Json;
using EppClient.Commands;

namespace EppClient.Tests.Commands;

public class EppDomainNameTests
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
    [InlineData("eksempel.dk.", "eksempel.dk", "eksempel.dk")]
    [InlineData("eksempel.dk\u3002", "eksempel.dk", "eksempel.dk")]
    [InlineData("ÆØÅ\uFF0Edk\uFF0E", "xn--5cab8c.dk", "æøå.dk")]
    [InlineData("eksempel\uFF61dk\uFF61", "eksempel.dk", "eksempel.dk")]
    public void From_returns_both_forms_of_a_name(string text, string ascii, string unicode)
    {
        var name = EppDomainName.From(text);

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
    public void From_composes_letters_with_combining_marks(string decomposed, string composed) =>
        EppDomainName.From(decomposed + ".dk").Unicode.Should().Be(composed + ".dk");

    [Theory]
    [InlineData("a..dk")]
    [InlineData(".dk")]
    [InlineData("")]
    public void From_keeps_text_that_is_not_a_name(string text) => EppDomainName.From(text).Ascii.Should().Be(text);

    [Fact]
    public void From_keeps_an_A_label_that_represents_capitals()
    {
        var name = EppDomainName.From("xn--8bab8c.dk");

        name.Unicode.Should().Be("xn--8bab8c.dk", "no name in lower case has this A-label");
        name.Should().NotBe(EppDomainName.From("æøå.dk"));
    }

    [Fact]
    public void Names_in_different_forms_are_equal()
    {
        EppDomainName.From("ÆØÅ.dk").Should().Be(EppDomainName.From("xn--5cab8c.dk"));
        EppDomainName.From("ÆØÅ.dk").GetHashCode().Should().Be(EppDomainName.From("xn--5cab8c.dk").GetHashCode());
        EppDomainName.From("ss.dk").Should().NotBe(EppDomainName.From("ß.dk"));
    }

    [Theory]
    [InlineData("ÆØÅ.dk", "xn--5cab8c.DK", true)]
    [InlineData("a.dk", "b.dk", false)]
    [InlineData(null, "b.dk", false)]
    [InlineData("a.dk", null, false)]
    [InlineData(null, null, true)]
    public void AreSame_compares_texts_as_names(string? one, string? other, bool same) => EppDomainName.AreSame(one, other).Should().Be(same);

    [Theory]
    [InlineData("ns1.æble.dk", "Æble.dk", true)]
    [InlineData("æble.dk", "æble.dk", false)]
    [InlineData("blommeæble.dk", "æble.dk", false)]
    public void IsBelow_reports_hosts_of_a_domain(string host, string domain, bool below) =>
        EppDomainName.From(host).IsBelow(EppDomainName.From(domain)).Should().Be(below);

    [Theory]
    [InlineData("Eksempel.DK.", "eksempel.dk")]
    [InlineData("æøå.dk", "xn--5cab8c.dk")]
    [InlineData("_dmarc.a.example", "_dmarc.a.example")]
    public void Parse_accepts_names_in_any_form(string text, string ascii)
    {
        EppDomainName.Parse(text).Ascii.Should().Be(ascii);
        EppDomainName.TryParse(text, out var name).Should().BeTrue();
        name!.Ascii.Should().Be(ascii);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..dk")]
    [InlineData("a b.dk")]
    [InlineData("a.dk..")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.dk")]
    public void Parse_rejects_texts_that_are_not_names(string text)
    {
        FluentActions.Invoking(() => EppDomainName.Parse(text)).Should().Throw<FormatException>();
        EppDomainName.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Name_is_accepted_where_a_command_takes_a_name()
    {
        var name = EppDomainName.Parse("ÆØÅ.dk");

        new DomainInfo(name).Name.Should().Be("xn--5cab8c.dk");
        new DomainCheck(name, "b.dk").Names.Should().Equal("xn--5cab8c.dk", "b.dk");
    }

    [Fact]
    public void Name_is_a_string_in_JSON()
    {
        JsonSerializer.Serialize(EppDomainName.Parse("xn--5cab8c.dk"), JsonSerializerOptions.Web).Should().Be("\"\\u00E6\\u00F8\\u00E5.dk\"");
        JsonSerializer.Deserialize<EppDomainName>("\"XN--5CAB8C.dk.\"").Should().Be(EppDomainName.Parse("æøå.dk"));
        FluentActions.Invoking(() => JsonSerializer.Deserialize<EppDomainName>("\"a..dk\"")).Should().Throw<JsonException>();
    }
}
