using System.Text;
using EppClient.Authentication;
using EppClient.Protocol;
using EppClient.Tests.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Authentication;

public sealed class LoginCommandTests
{
    private const string Long = "a passphrase that is longer than sixteen characters";

    [Fact]
    public void With_login_security_passwords_of_any_length_are_sent_in_the_extension()
    {
        var login = Write(new LoginCommand("REG-1", Long, "short-1", "en", Services(hasLoginSecurity: true)));

        login.Should().ContainAll(
            "<pw>[LOGIN-SECURITY]</pw><newPW>[LOGIN-SECURITY]</newPW>",
            $"<extension><loginSec:loginSec xmlns:loginSec=\"{EppNamespaces.LoginSecurity}\"><loginSec:pw>{Long}</loginSec:pw><loginSec:newPW>short-1</loginSec:newPW></loginSec:loginSec></extension><clTRID>");
    }

    [Fact]
    public void With_login_security_the_user_agent_is_sent()
    {
        var agent = new EppUserAgent { Application = "Shop 2.0", OperatingSystem = "Linux" };

        Write(new LoginCommand("REG-1", Long, null, "en", Services(hasLoginSecurity: true), agent)).Should()
            .Contain("<loginSec:userAgent><loginSec:app>Shop 2.0</loginSec:app><loginSec:os>Linux</loginSec:os></loginSec:userAgent><loginSec:pw>")
            .And.NotContain("newPW");
    }

    [Fact]
    public void Without_login_security_passwords_are_sent_without_an_extension()
    {
        var login = Write(new LoginCommand("REG-1", "s3cret-1", "s3cret-2", "en", Services(hasLoginSecurity: false), EppUserAgent.Default));

        login.Should().Contain("<pw>s3cret-1</pw><newPW>s3cret-2</newPW>").And.NotContainAny("loginSec", "LOGIN-SECURITY", "<extension>");
    }

    [Fact]
    public void Without_login_security_a_long_password_is_refused_and_not_truncated() =>
        this.Invoking(_ => Write(new LoginCommand("REG-1", Long, null, "en", Services(hasLoginSecurity: false))))
            .Should().Throw<EppValidationException>().Which.Message.Should().Contain("EppOptions.Password").And.NotContain(Long);

    [Fact]
    public void Default_user_agent_reports_software_and_nothing_about_the_machine()
    {
        var agent = EppUserAgent.Default;

        agent.Application.Should().MatchRegex(@"^EppClient \d+\.\d+\.\d+\S*$");
        agent.Technology.Should().MatchRegex(@"^Microsoft \.NET \d+\.\S+$");
        agent.OperatingSystem.Should().BeOneOf("Linux", "Windows", "macOS", null);
        agent.ToString().Should().NotContainAny(Environment.MachineName, Environment.UserName);
    }

    [Fact]
    public void Empty_user_agent_is_refused() =>
        new EppOptions { Host = "epp.example", ClientId = "REG-1", Password = "s3cret", Login = new EppLoginOptions { UserAgent = new EppUserAgent() } }
            .Invoking(options => options.Validate()).Should().Throw<ArgumentException>().WithMessage("*EppLoginOptions.UserAgent*");

    [Fact]
    public void Events_are_read_with_all_their_values()
    {
        var response = new EppResponse(
            Documents.Response("""
                <result code="2200"><msg>Authentication error</msg></result><extension>
                <loginSec:loginSecData xmlns:loginSec="urn:ietf:params:xml:ns:epp:loginSec-1.0">
                <loginSec:event type="password" level="error" exDate="2026-03-25T22:00:00.0Z" lang="fr">Mot de passe de jane@example.net</loginSec:event>
                <loginSec:event type="stat" name="failedLogins" level="warning" value="100" duration="P1D"/>
                <loginSec:event type="custom" name="moon" level="warning">Full</loginSec:event>
                </loginSec:loginSecData></extension><trID><svTRID>S-1</svTRID></trID>
                """),
            null);

        var events = response.Extension<EppLoginSecurityData>()!.Events;
        events.Should().HaveCount(3);
        events[0].Should().Match<EppLoginEvent>(e => e.Type == EppLoginEventType.Password && e.Level == EppLoginEventLevel.Error && e.Language == "fr"
            && e.ExpiryDate == new DateTimeOffset(2026, 3, 25, 22, 0, 0, TimeSpan.Zero));
        events[1].ToString().Should().Be("stat warning failedLogins, value 100, over P1D");
        var failure = EppCommandException.ForLogin(EppProfiles.Standard, response).Should().BeOfType<EppAuthenticationException>().Subject;
        failure.LoginEvents.Should().Equal(events);
        failure.Message.Should().Contain("password error, expires 2026-03-25").And.NotContain("jane@");
    }

    private static string Write(LoginCommand command) => Encoding.UTF8.GetString(MessageWriter.Login(command, EppXmlDialect.Standard, "C-1").Span);

    private static EppServices Services(bool hasLoginSecurity) => new()
    {
        ObjectUris = [EppNamespaces.Domain],
        ExtensionUris = [],
        Dialect = EppXmlDialect.Standard,
        HasLoginSecurity = hasLoginSecurity,
    };
}
