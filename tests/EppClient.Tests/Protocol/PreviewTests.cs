using EppClient.Commands;

namespace EppClient.Tests.Protocol;

public sealed class PreviewTests
{
    [Fact]
    public void Command_is_shown_as_it_would_be_sent_without_its_secrets()
    {
        var command = new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR")) { Registrant = "SH8013" };

        var preview = EppProfiles.Standard.Preview(command, "TRY-1");

        preview.IsSent.Should().BeTrue();
        preview.Xml.Should().Contain("<domain:name>a.example</domain:name>").And.Contain("<clTRID>TRY-1</clTRID>").And.Contain("<domain:pw>***</domain:pw>")
            .And.NotContain("2fooBAR");
    }

    [Fact]
    public void Preview_of_an_invalid_command_is_refused() =>
        FluentActions.Invoking(() => EppProfiles.Standard.Preview(new DomainInfo(string.Empty))).Should().Throw<EppValidationException>();

    [Fact]
    public void Check_of_more_names_than_the_registry_accepts_is_refused()
    {
        var profile = EppProfiles.Standard with { Limits = EppProfiles.Standard.Limits with { MaxNamesPerCheck = 1 } };

        FluentActions.Invoking(() => profile.Preview(new DomainCheck("a.example", "b.example"))).Should().Throw<EppValidationException>();
    }
}
