using EppClient.Commands;
using EppClient.Dk;
using EppClient.Xml;

namespace EppClient.Tests.Dk;

public class DkProfileTests
{
    private static readonly DkContactCreate Verified = new(DkUserType.Individual)
    {
        ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true },
    };

    [Fact]
    public void Current_knows_the_schemas_that_the_registry_speaks()
    {
        DkProfile.Current.Name.Should().Be("dk");
        DkProfile.Current.Schemas.Select(schema => schema.NamespaceUri).Should().OnlyHaveUniqueItems().And.Contain(
        [
            EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact, EppNamespaces.SecDns, EppNamespaces.Rgp, EppNamespaces.Balance, DkNamespaces.Dkhm,
        ]);
    }

    [Fact]
    public void Current_has_the_registrys_limits()
    {
        DkProfile.Current.Limits.IdleLimit.Should().Be(TimeSpan.FromSeconds(300));
        DkProfile.Current.Limits.SessionLifetime.Should().Be(TimeSpan.FromHours(8));
        DkProfile.Current.Limits.MaxFrameLength.Should().Be(262_144);
        DkProfile.Current.Limits.MaxRepeatedErrors.Should().Be(3);
    }

    [Fact]
    public void Extensions_are_written_in_the_newest_version() =>
        Wire.WriteInFull(DkDomain.SetAutoRenew("eksempel.dk", true)).Should().Contain("urn:dkhm:params:xml:ns:dkhm-4.5");

    [Fact]
    public void Extensions_are_written_in_the_older_version_if_only_that_is_negotiated() =>
        Wire.WriteInFull(DkDomain.SetAutoRenew("eksempel.dk", true), Wire.Version44).Should().Contain("urn:dkhm:params:xml:ns:dkhm-4.4").And.NotContain("4.5");

    [Fact]
    public void Members_that_the_older_version_lacks_are_refused_before_sending()
    {
        var command = DkContact.Create("Ida", new() { City = "Aarhus C", CountryCode = "DK" }, "ida@eksempel.dk", "+45.20202020", Verified);

        FluentActions.Invoking(() => Wire.Write(command, Wire.Version44)).Should().Throw<EppValidationException>().WithMessage("*dkhm-4.4*");
        FluentActions.Invoking(() => Wire.Write(command)).Should().NotThrow();
    }

    [Theory]
    [InlineData("4.0")]
    [InlineData("4.5")]
    [InlineData("5.1")]
    public void Extensions_are_read_in_any_version(string version) =>
        DkDomainCreateResult.Find(Wire.Read("<k:trackingNo>2026110100012</k:trackingNo>", version))!.TrackingNumber.Should().Be("2026110100012");

    [Fact]
    public void Periods_are_in_years_only()
    {
        var command = new DomainRenew("eksempel.dk", new DateOnly(2026, 12, 31)) { Period = 12, PeriodUnit = DomainPeriodUnit.Month };

        FluentActions.Invoking(() => Wire.Write(command)).Should().Throw<EppValidationException>();
        FluentActions.Invoking(() => Wire.Write(command, EppXmlDialect.Standard)).Should().NotThrow();
    }
}
