using EppClient.Dk;
using static EppClient.IntegrationTests.Registry.Poll.PollMessages;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>What differs from the published texts is still understood as far as it goes, and never an error.</summary>
public sealed class PollToleranceTests
{
    private const string Name = "eksempel.dk";

    [Theory]
    [InlineData("EKSEMPEL.DK HAS BEEN REGISTERED AND ACTIVATED")]
    [InlineData("\n  eksempel.dk  has been\n  registered   and activated \n")]
    [InlineData("eksempel.dk have been registered and activated.")]
    public void Case_blanks_and_slips_do_not_matter(string text) =>
        Read(text, Pan("domain", Name, succeeded: true)).Should().BeOfType<DkApplicationDecided>().Which.Decision.Should().Be(DkApplicationDecision.Activated);

    [Fact]
    public void Word_behind_the_dash_can_be_missing() =>
        Read("IP100-DK has completed the mandatory ID check", ContactInfo("IP100-DK")).Should().BeOfType<DkContactCheck>().Which.Responsible.Should().BeNull();

    [Fact]
    public void Payload_has_the_name_where_the_text_has_another() =>
        Read("test123.dk has been registered and activated", Pan("domain", Name, succeeded: true)).Subject.Should().Be(Name);

    [Fact]
    public void Payload_reports_what_a_text_in_another_language_is_about()
    {
        var decided = Read("eksempel.dk er blevet registreret", Pan("domain", Name, succeeded: true), language: "da").Should().BeOfType<DkActionDecided>().Subject;
        (decided.Subject, decided.Outcome!.Succeeded).Should().Be((Name, true));

        Read("eksempel.dk er tilføjet", Transfer(Name, "REG-100001"), language: "da", account: "REG-100001").Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeTrue();
        Read("eksempel.dk er fjernet", Transfer(Name, "REG-100002"), language: "da", account: "REG-100001").Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeFalse();
        Read("eksempel.dk er flyttet", Transfer(Name, "REG-100002"), language: "da").Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeNull();
    }

    [Fact]
    public void Payload_decides_where_one_text_serves_two_objects()
    {
        Read("IP100-DK has been deleted", ContactInfo("IP100-DK")).Should().BeOfType<DkContactDeleted>();
        Read("IP100-DK has been deleted").Should().BeOfType<DkContactDeleted>();
        Read("eksempel.dk has been deleted").Should().BeOfType<DkDomainDeleted>().Which.Subject.Should().Be(Name);
    }

    [Fact]
    public void Message_of_no_known_kind_stays_usable()
    {
        var unknown = Read("eksempel.dk has won a prize", DomainInfo(Name)).Should().BeOfType<DkUnknownEvent>().Subject;

        unknown.Subject.Should().Be(Name);
        unknown.Message.Text.Text.Should().Be("eksempel.dk has won a prize");
        Read("Hello").Should().BeOfType<DkUnknownEvent>().Which.Subject.Should().BeNull();
    }

    [Fact]
    public void Text_that_goes_on_for_ever_is_read_in_no_time() =>
        Read("Name servers has been changed for eksempel.dk, from " + string.Concat(Enumerable.Repeat(" to from ", 20_000)), DomainInfo(Name))
            .Should().BeOfType<DkNameServersChanged>();
}
