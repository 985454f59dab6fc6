using EppClient.SchemaGenerator.Naming;

namespace EppClient.SchemaGenerator.Tests.Constructs;

public sealed class NamingTests
{
    [Theory]
    [InlineData("crDate", "CreatedDate")]
    [InlineData("clTRID", "ClientTransactionId")]
    [InlineData("infData", "InfoResult")]
    [InlineData("verified_email", "VerifiedEmail")]
    [InlineData("half-open", "HalfOpen")]
    [InlineData("CVR", "Cvr")]
    [InlineData("DNSSECKey", "DnssecKey")]
    [InlineData("postalAddr", "PostalAddress")]
    [InlineData("grace-period", "GracePeriod")]
    [InlineData("1.0", "Value10")]
    public void Names_become_readable(string name, string readable) => Names.Expand(name).Should().Be(readable);

    [Theory]
    [InlineData("Name", "Names")]
    [InlineData("Address", "Addresses")]
    [InlineData("Status", "Statuses")]
    [InlineData("DomainAdvisory", "DomainAdvisories")]
    [InlineData("Key", "Keys")]
    [InlineData("DsData", "DsData")]
    [InlineData("NameServers", "NameServers")]
    public void Lists_have_plural_names(string name, string plural) => Names.Plural(name).Should().Be(plural);
}
