using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>Contacts are stored as sent, rejected if invalid, and changed only by their registrar.</summary>
public sealed class ContactTests
{
    private const string Person = """<extension><k:userType xmlns:k="urn:dkhm:params:xml:ns:dkhm-4.5">I</k:userType></extension>""";

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-07")]
    public async Task Contact_is_stored_as_sent()
    {
        await using var world = new RstFixture();
        var address = new ContactAddress { StreetLines = ["Testvej 2", "2. tv."], City = "Odense", PostalCode = "5000", CountryCode = "DK" };

        var created = await world.One.SendAsync(DkContact.Create("Bo Nielsen", address, "bo@eksempel.dk", "+45.20202020", new DkContactCreate(DkUserType.Individual)));
        var info = (await world.One.SendAsync(new ContactInfo(created.Data.Id))).Data;

        info.Id.Should().Be(created.Data.Id);
        var form = info.PostalInfo.Should().ContainSingle().Subject;
        form.Name.Should().Be("Bo Nielsen");
        form.Address.Should().BeEquivalentTo(address);
        info.Email.Should().Be("bo@eksempel.dk");
        info.Voice.Should().Be("+45.20202020");
        info.SponsoringClientId.Should().Be(RstFixture.AccountOne);
        info.CreatingClientId.Should().Be(RstFixture.AccountOne);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData("id", "AB")]
    [InlineData("type", "other")]
    [InlineData("name", "")]
    [InlineData("city", "")]
    [InlineData("cc", "D")]
    [InlineData("email", "")]
    [InlineData("voice", "20202020")]
    [InlineData("voice", "+45.2020")]
    [Trait("RST", "epp-07")]
    public async Task Invalid_contact_is_rejected(string field, string value)
    {
        await using var world = new RstFixture();

        (await CreateAsync(world, field, value)).Should().BeInRange(2001, 2306);
        world.Dk.Registry.Snapshot().Contacts.Should().HaveCount(2, "no contact was created");
        (await CreateAsync(world, field: "", value: "")).Should().Be(1000, "all other fields are valid");
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-08")]
    public async Task Contact_of_another_registrar_cannot_be_changed_and_is_shown_only_if_it_is_a_registrant()
    {
        await using var world = new RstFixture();
        var address = new ContactAddress { StreetLines = ["Testvej 2"], City = "Odense", PostalCode = "5000", CountryCode = "DK" };
        var created = await world.One.SendAsync(DkContact.Create("Bo Nielsen", address, "bo@eksempel.dk", "+45.20202020", new DkContactCreate(DkUserType.Individual)));

        (await RstFixture.CodeOf(world.Two, new ContactInfo(created.Data.Id))).Should().Be(2201);
        (await RstFixture.CodeOf(world.Two, DkContact.Update(created.Data.Id, new ContactChange { Voice = "+45.21212121" }))).Should().Be(2201);
        world.Dk.Registry.FindContact(created.Data.Id)!.Voice.Should().Be("+45.20202020");
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-09")]
    public async Task Contact_change_is_stored_and_an_invalid_one_rejected()
    {
        await using var world = new RstFixture();
        var address = new ContactAddress { StreetLines = ["Nygade 7"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" };

        (await RstFixture.CodeOf(world.One, DkContact.Update(RstFixture.Registrant, new ContactChange
        {
            Voice = "+45.23232323",
            PostalInfo = [new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Address = address }],
        }))).Should().Be(1000);
        var info = (await world.One.SendAsync(new ContactInfo(RstFixture.Registrant))).Data;

        info.Voice.Should().Be("+45.23232323");
        info.PostalInfo.Should().ContainSingle().Which.Address.Should().BeEquivalentTo(address);
        (await RstFixture.CodeOf(world.One, DkContact.Update(RstFixture.Registrant, new ContactChange { Voice = "+45.2" }))).Should().Be(2005);
        (await RstFixture.CodeOf(world.One, RstFixture.Raw("update", "contact", $"<o:id>{RstFixture.Registrant}</o:id><o:chg><o:voice>none</o:voice></o:chg>"))).Should().Be(2001);
        world.Dk.Registry.FindContact(RstFixture.Registrant)!.Voice.Should().Be("+45.23232323");
    }

    /// <summary>Creates a contact with the given value in one field.</summary>
    private static Task<int> CreateAsync(RstFixture world, string field, string value)
    {
        return RstFixture.CodeOf(world.One, RstFixture.Raw("create", "contact", $"""
            <o:id>{Of("id", "force")}</o:id>
            <o:postalInfo type="{Of("type", "loc")}"><o:name>{Of("name", "Bo Nielsen")}</o:name>
            <o:addr><o:street>Testvej 2</o:street><o:city>{Of("city", "Odense")}</o:city><o:pc>5000</o:pc><o:cc>{Of("cc", "DK")}</o:cc></o:addr></o:postalInfo>
            <o:voice>{Of("voice", "+45.20202020")}</o:voice><o:email>{Of("email", "bo@eksempel.dk")}</o:email><o:authInfo><o:pw/></o:authInfo>
            """, Person));

        string Of(string name, string good) => name == field ? value : good;
    }
}
