using EppClient.Commands;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>Availability of free, taken and invalid names and IDs.</summary>
public sealed class CheckTests
{
    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData(RstFixture.Registered, false)]
    [InlineData("ledig-2026.dk", true)]
    [InlineData("-streg.dk", false)]
    [InlineData("streg-.dk", false)]
    [InlineData("under_streg.dk", false)]
    [InlineData("med blank.dk", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm.dk", false)]
    [Trait("RST", "epp-04")]
    public async Task Check_reports_the_availability_of_domains(string name, bool isAvailable)
    {
        await using var world = new RstFixture();

        var response = await world.One.TrySendAsync(new DomainCheck(name));

        response.Code.Value.Should().Be(1000);
        response.Data.Items.Should().ContainSingle().Which.Available.Should().Be(isAvailable);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData(RstFixture.Ns1, false)]
    [InlineData("ns9.navneserver.example", true)]
    [InlineData("-ns9.navneserver.example", false)]
    [InlineData("ns_9.navneserver.example", false)]
    [InlineData("example", false)]
    [Trait("RST", "epp-05")]
    public async Task Check_reports_the_availability_of_hosts(string name, bool isAvailable)
    {
        await using var world = new RstFixture();

        var response = await world.One.TrySendAsync(new HostCheck(name));

        response.Code.Value.Should().Be(1000);
        response.Data.Items.Should().ContainSingle().Which.Available.Should().Be(isAvailable);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData(RstFixture.Registrant, false)]
    [InlineData("ZZ999-DK", true)]
    [Trait("RST", "epp-06")]
    public async Task Check_reports_the_availability_of_contacts(string id, bool isAvailable)
    {
        await using var world = new RstFixture();

        var response = await world.One.TrySendAsync(new ContactCheck(id));

        response.Data.Items.Should().ContainSingle().Which.Available.Should().Be(isAvailable);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData("AB")]
    [InlineData("ABCDEFGHIJKLMNOPQ")]
    [Trait("RST", "epp-06")]
    public async Task Invalid_contact_id_is_rejected(string id)
    {
        await using var world = new RstFixture();

        await Assert.ThrowsAsync<EppValidationException>(() => world.One.TrySendAsync(new ContactCheck(id)));
        (await RstFixture.CodeOf(world.One, RstFixture.Raw("check", "contact", $"<o:id>{id}</o:id>"))).Should().BeOneOf(2001, 2004, 2005);
    }
}
