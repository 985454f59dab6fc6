using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkContactTests
{
    private static readonly ContactAddress Aarhus = new() { StreetLines = ["Testvej 1"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" };

    private static readonly DkContactCreate Person = new(DkUserType.Individual);

    [Fact]
    public void Create_always_requests_a_new_handle() =>
        Wire.Write(DkContact.Create("Ida Prøve", Aarhus, "ida@eksempel.dk", "+45.20202020", Person)).Should().Be(
            "<contact:create><contact:id>force</contact:id><contact:postalInfo type=\"loc\"><contact:name>Ida Prøve</contact:name>"
            + "<contact:addr><contact:street>Testvej 1</contact:street><contact:city>Aarhus C</contact:city><contact:pc>8000</contact:pc><contact:cc>DK</contact:cc></contact:addr>"
            + "</contact:postalInfo><contact:voice>+45.20202020</contact:voice><contact:email>ida@eksempel.dk</contact:email>"
            + "<contact:authInfo><contact:pw /></contact:authInfo></contact:create><dkhm:userType>individual</dkhm:userType>");

    [Fact]
    public void CreateOrReuse_lets_the_registry_select_the_handle() =>
        DkContact.CreateOrReuse("Ida Prøve", Aarhus, "ida@eksempel.dk", "+45.20202020", Person).Id.Should().Be("auto");

    [Theory]
    [InlineData("DK", "loc")]
    [InlineData("dk", "loc")]
    [InlineData("FR", "int")]
    public void Create_sends_the_form_that_the_registry_stores(string country, string form)
    {
        var command = DkContact.Create("Ida", Aarhus with { CountryCode = country }, "ida@eksempel.dk", "+45.20202020", Person);

        command.PostalInfo.Should().ContainSingle().Which.Type.Value.Should().Be(form);
    }

    [Fact]
    public void Create_sends_the_attention_person_with_the_organization() =>
        Wire.Write(DkContact.Create("Ida Prøve", Aarhus, "ida@eksempel.dk", "+45.20202020", new DkContactCreate(DkUserType.Company) { Cvr = "12345678" }, "Prøve ApS"))
            .Should().Contain("<contact:name>Ida Prøve</contact:name><contact:org>Prøve ApS</contact:org>")
            .And.EndWith("<dkhm:userType>company</dkhm:userType><dkhm:CVR>12345678</dkhm:CVR>");

    [Fact]
    public void Verification_is_sent_with_a_new_contact() =>
        Wire.Write(DkContact.Create("Ida", Aarhus, "ida@eksempel.dk", "+45.20202020", Person with
        {
            ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true },
        })).Should().EndWith(
            "<dkhm:contact_verification><dkhm:verified_id>true</dkhm:verified_id><dkhm:verified_email>true</dkhm:verified_email></dkhm:contact_verification>");

    [Fact]
    public void Update_changes_fields_of_both_schemas_but_not_the_password() =>
        Wire.Write(DkContact.Update("IP1-DK", new ContactChange { Voice = "+45.30303030" }, new DkContactUpdate { MobilePhone = "+45.40404040" })).Should().Be(
            "<contact:update><contact:id>IP1-DK</contact:id><contact:chg><contact:voice>+45.30303030</contact:voice>"
            + "<contact:authInfo><contact:pw /></contact:authInfo></contact:chg></contact:update><dkhm:mobilephone>+45.40404040</dkhm:mobilephone>");

    [Fact]
    public void Update_of_registry_fields_only_has_no_other_fields() =>
        Wire.Write(DkContact.Update("IP1-DK", details: new DkContactUpdate { Ean = "5790000000000" })).Should().Be(
            "<contact:update><contact:id>IP1-DK</contact:id><contact:chg><contact:authInfo><contact:pw /></contact:authInfo></contact:chg></contact:update>"
            + "<dkhm:EAN>5790000000000</dkhm:EAN>");

    [Fact]
    public void Commands_print_no_personal_data()
    {
        var text = DkContact.Create("Ida Prøve", Aarhus, "ida@eksempel.dk", "+45.20202020", Person).ToString();

        text.Should().NotContain("Prøve").And.NotContain("ida@").And.NotContain("20202020").And.NotContain("Testvej");
    }
}
