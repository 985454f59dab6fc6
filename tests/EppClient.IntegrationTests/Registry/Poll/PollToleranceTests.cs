using EppClient.Dk;
using static EppClient.IntegrationTests.Registry.Poll.PollMessages;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Texts that differ from the published ones are read as far as possible and are never an error.</summary>
public sealed class PollToleranceTests
{
    private const string Name = "eksempel.dk";

    [Theory]
    [InlineData("EKSEMPEL.DK HAS BEEN REGISTERED AND ACTIVATED")]
    [InlineData("\n  eksempel.dk  has been\n  registered   and activated \n")]
    [InlineData("eksempel.dk have been registered and activated.")]
    public void Case_white_space_and_small_errors_are_ignored(string text) =>
        Read(text, Pan("domain", Name, succeeded: true)).Should().BeOfType<DkApplicationDecided>().Which.Decision.Should().Be(DkApplicationDecision.Activated);

    [Fact]
    public void Word_after_the_dash_is_optional() =>
        Read("IP100-DK has completed the mandatory ID check", ContactInfo("IP100-DK")).Should().BeOfType<DkContactCheck>().Which.Responsible.Should().BeNull();

    [Fact]
    public void Name_in_the_payload_takes_precedence_over_the_text() =>
        Read("test123.dk has been registered and activated", Pan("domain", Name, succeeded: true)).Subject.Should().Be(Name);

    [Fact]
    public void Payload_identifies_the_event_if_the_text_is_in_another_language()
    {
        var decided = Read("eksempel.dk er blevet registreret", Pan("domain", Name, succeeded: true), language: "da").Should().BeOfType<DkActionDecided>().Subject;
        (decided.Subject, decided.Outcome!.Succeeded).Should().Be((Name, true));

        Read("eksempel.dk er tilføjet", Transfer(Name, "REG-100001"), language: "da", account: "REG-100001").Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeTrue();
        Read("eksempel.dk er fjernet", Transfer(Name, "REG-100002"), language: "da", account: "REG-100001").Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeFalse();
        Read("eksempel.dk er flyttet", Transfer(Name, "REG-100002"), language: "da").Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeNull();
    }

    [Fact]
    public void Payload_distinguishes_objects_with_the_same_text()
    {
        Read("IP100-DK has been deleted", ContactInfo("IP100-DK")).Should().BeOfType<DkContactDeleted>();
        Read("IP100-DK has been deleted").Should().BeOfType<DkContactDeleted>();
        Read("eksempel.dk has been deleted").Should().BeOfType<DkDomainDeleted>().Which.Subject.Should().Be(Name);
    }

    [Fact]
    public void Message_of_unknown_kind_is_an_unknown_event()
    {
        var unknown = Read("eksempel.dk has won a prize", DomainInfo(Name)).Should().BeOfType<DkUnknownEvent>().Subject;

        unknown.Subject.Should().Be(Name);
        unknown.Message.Text.Should().Be("eksempel.dk has won a prize");
        Read("Hello").Should().BeOfType<DkUnknownEvent>().Which.Subject.Should().BeNull();
    }

    [Fact]
    public void Very_long_text_is_read_without_backtracking() =>
        Read("Name servers has been changed for eksempel.dk, from " + string.Concat(Enumerable.Repeat(" to from ", 20_000)), DomainInfo(Name))
            .Should().BeOfType<DkNameServersChanged>();
}
