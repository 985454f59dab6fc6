using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkHandlingTests
{
    [Theory]
    [InlineData("DKHM1-DK", DkHandlingModel.RegistrantManaged)]
    [InlineData("REG-100000", DkHandlingModel.RegistrarManaged)]
    [InlineData("REG-12345", DkHandlingModel.RegistrarManaged)]
    [InlineData("REG-", DkHandlingModel.Unknown)]
    [InlineData("REG-1A", DkHandlingModel.Unknown)]
    [InlineData("Regner Registrar", DkHandlingModel.Unknown)]
    [InlineData("ABCD1234-DK", DkHandlingModel.Unknown)]
    [InlineData("", DkHandlingModel.Unknown)]
    [InlineData(null, DkHandlingModel.Unknown)]
    public void Of_reads_the_model_from_the_sponsoring_client(string? client, DkHandlingModel model) => DkHandling.Of(client).Should().Be(model);

    [Fact]
    public void The_model_of_a_domain_is_that_of_its_sponsoring_client()
    {
        var domain = new DomainInfoResult { Name = "eksempel.dk", Roid = "EKSEMPEL_DK-DK", SponsoringClientId = DkHandling.RegistryHandle };

        domain.GetHandlingModel().Should().Be(DkHandlingModel.RegistrantManaged);
    }

    [Fact]
    public void The_model_of_a_contact_is_that_of_its_sponsoring_client()
    {
        var contact = new ContactInfoResult
        {
            Id = "IP1-DK",
            Roid = "IP1-DK",
            Statuses = [],
            PostalInfo = [],
            Email = "ida@eksempel.dk",
            SponsoringClientId = "REG-100000",
            CreatingClientId = "REG-100000",
            CreatedDate = DateTimeOffset.UnixEpoch,
        };

        contact.GetHandlingModel().Should().Be(DkHandlingModel.RegistrarManaged);
    }
}
