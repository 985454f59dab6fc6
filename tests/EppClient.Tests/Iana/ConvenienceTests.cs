using System.Text;
using EppClient.Commands;
using EppClient.Iana;

namespace EppClient.Tests.Iana;

public sealed class ConvenienceTests
{
    [Fact]
    public void A_day_of_the_year_is_written_with_two_digits_each() => new SyncUpdate(month: 4, day: 7).ExpiryMonthDay.Should().Be("--04-07");

    [Fact]
    public void Nonexistent_day_of_the_year_is_refused() =>
        FluentActions.Invoking(() => new SyncUpdate(month: 2, day: 30)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Requests_are_wanted_by_default()
    {
        new PremiumDomainCheck().IsWanted.Should().BeTrue();
        new WhoisInfoRequest().IsWanted.Should().BeTrue();
    }

    [Fact]
    public void Attributes_are_set_removed_and_found_by_key()
    {
        CoaUpdate.Set(new CoaPair("SHOP", "north")).Put!.Attributes.Should().Equal(new CoaPair("SHOP", "north"));
        CoaUpdate.Without("SHOP", "OLD").Remove!.Keys.Should().Equal("SHOP", "OLD");
        var info = (CoaInfoResult)new Sample("coa-1.0.xml", 2).Read();
        info.ValueOf("SHOP").Should().Be("south");
        info.ValueOf("OTHER").Should().BeNull();
    }

    [Fact]
    public void Result_of_a_check_can_be_accepted()
    {
        var check = (ChargeCheckResult)new Sample("charge-1.0.xml", 1).Read();

        ChargeAgreement.To(check.Items[0]).Sets.Should().Equal(check.Items[0].Sets);
    }

    [Fact]
    public void Properties_are_created_from_keys_and_values_and_found_by_key()
    {
        var create = new FuryCreate(new FuryProperty("CPR", "CCT"), new FuryProperty("COLOUR", "red", "blue"));

        create.Properties!.Items[1].Values.Select(v => v.Text).Should().Equal("red", "blue");
        var info = (FuryInfoResult)new Sample("fury-2.1.xml", 3).Read();
        info.ValueOf("COLOUR").Should().Be("red");
        info.ValueOf("OTHER").Should().BeNull();
    }

    [Fact]
    public void The_secondary_code_of_a_response_is_found() => FuryResult.Find([new Sample("fury-2.1.xml", 4).Read()])!.SecondaryCode.Should().Be(8011);

    [Fact]
    public void Language_tag_is_sent_with_a_registration_and_read_from_the_response()
    {
        var written = Encoding.UTF8.GetString(Sample.Write(new IdnLangCreate("FRE").Write).Span);

        written.Should().Contain("tag").And.Contain(IanaNamespaces.IdnLang).And.Contain(">FRE<");
        IdnLangInfoResult.Find([new Sample("idnLang-1.0.xml", 0).Read()])!.Tag.Should().Be("FRE");
    }

    [Fact]
    public void Name_servers_and_variants_are_identified_by_name()
    {
        new IisTransfer("ns1.example.se", "ns2.example.se").NameServers.HostNames.Should().Equal("ns1.example.se", "ns2.example.se");
        VariantUpdate.Activate("xn--b-0ga.example").Add!.Variants.Should().Equal("xn--b-0ga.example");
        VariantUpdate.Deactivate("xn--b-0ga.example").Remove!.Variants.Should().Equal("xn--b-0ga.example");
    }

    [Fact]
    public void Extensions_of_several_registries_are_sent_on_one_command()
    {
        var update = new DomainUpdate("example.com") { Extensions = [new NameStoreSubProduct("dotCOM"), new SyncUpdate(9, 30)] };

        ((IEppCommand)update).Extensions.Should().HaveCount(2);
    }
}
