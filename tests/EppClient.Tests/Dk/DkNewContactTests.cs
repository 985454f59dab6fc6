using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkNewContactTests
{
    private static readonly ContactAddress Danish = new() { StreetLines = ["Testvej 1"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" };
    private static readonly ContactAddress French = new() { StreetLines = ["1 rue de l'Essai"], City = "Paris", PostalCode = "75001", CountryCode = "FR" };

    private static readonly DkNewOrganization Company = new()
    {
        UserType = DkUserType.Company,
        Name = "Prøve ApS",
        Cvr = "24210375",
        Address = Danish,
        Email = "info@eksempel.dk",
        Voice = "20202020",
    };

    [Fact]
    public void Individual_is_written_with_its_phone_in_the_EPP_format()
    {
        DkNewIndividual person = new() { Name = "Ida Prøve", Address = Danish, Email = "ida@eksempel.dk", Voice = "20 20 20 20", IsVerified = true };

        Wire.Write(person.ToCommand(reuse: true)).Should().Be(
            "<contact:create><contact:id>auto</contact:id><contact:postalInfo type=\"loc\"><contact:name>Ida Prøve</contact:name><contact:addr>"
            + "<contact:street>Testvej 1</contact:street><contact:city>Aarhus C</contact:city><contact:pc>8000</contact:pc><contact:cc>DK</contact:cc></contact:addr></contact:postalInfo>"
            + "<contact:voice>+45.20202020</contact:voice><contact:email>ida@eksempel.dk</contact:email><contact:authInfo><contact:pw /></contact:authInfo></contact:create>"
            + "<dkhm:userType>individual</dkhm:userType>"
            + "<dkhm:contact_verification><dkhm:verified_id>true</dkhm:verified_id><dkhm:verified_email>true</dkhm:verified_email></dkhm:contact_verification>");
    }

    [Fact]
    public void Organization_name_is_always_sent_and_the_contact_name_is_the_attention_line()
    {
        var alone = Company.ToCommand(reuse: false).PostalInfo[0];
        var withPerson = (Company with { Attention = "Bo Nielsen" }).ToCommand(reuse: false).PostalInfo[0];

        (alone.Name, alone.Organization).Should().Be(("Prøve ApS", "Prøve ApS"));
        (withPerson.Name, withPerson.Organization).Should().Be(("Bo Nielsen", "Prøve ApS"));
    }

    [Fact]
    public void Foreign_addresses_have_the_internationalized_form_and_are_ascii()
    {
        var french = Company with { Name = "Essai SARL", Cvr = "FR40303265045", Address = French, Voice = "01 23 45 67 89", SoleProprietorship = true };

        french.ToCommand(reuse: false).PostalInfo[0].Type.Should().Be(ContactPostalInfoForm.Internationalized);
        Wire.Write(french.ToCommand(reuse: false)).Should().Contain("<dkhm:sole_proprietorship>true</dkhm:sole_proprietorship>").And.Contain("+33.123456789");
        Refused(french with { Name = "Épreuve SARL" }, "must be ASCII");
    }

    [Theory]
    [InlineData("ida", "8000", "DK", "Email must be an e-mail address")]
    [InlineData("ida@", "8000", "DK", "Email must be an e-mail address")]
    [InlineData("a@b@c", "8000", "DK", "Email must be an e-mail address")]
    [InlineData("ida@eksempel.dk", " ", "DK", "Address.PostalCode must be set")]
    [InlineData("ida@eksempel.dk", "8000", "Denmark", "Address.CountryCode must be the code of a country")]
    public void Data_that_is_wrong_at_any_registry_is_refused_and_not_quoted(string email, string postalCode, string country, string expected)
    {
        var person = new DkNewIndividual { Name = "Ida Prøve", Address = Danish with { PostalCode = postalCode, CountryCode = country }, Email = email, Voice = "20202020" };

        person.Invoking(contact => contact.ToCommand(reuse: true)).Should().Throw<EppValidationException>().Which.Message.Should().Contain(expected).And.NotContain("ida@");
    }

    [Fact]
    public void Former_one_letter_user_types_are_written_in_full() =>
        (Company with { UserType = new DkUserType("A") }).ToCommand(reuse: false).Extensions[0].Should().BeOfType<DkContactCreate>()
            .Which.UserType.Should().Be(DkUserType.Association);

    [Fact]
    public void Handle_of_a_name_server_manager_is_under_registrant_management() =>
        Wire.Write((Company with { IsNameServerManager = true }).ToCommand(reuse: false)).Should().Contain("<dkhm:management>registrant</dkhm:management>");

    [Fact]
    public void Rules_of_the_user_type_are_checked_before_sending()
    {
        Refused(Company with { Cvr = null }, "Cvr must be a CVR number");
        Refused(Company with { Cvr = "24210376" }, "Cvr must be a CVR number");
        Refused(Company with { PNumber = "12" }, "PNumber must have ten digits");
        Refused(Company with { IsNameServerManager = true, Ean = "5798000420008" }, "Ean must have 13 digits");
        Refused(Company with { Ean = "5798000420007" }, "serves only contacts under registrant management");
        Refused(Company with { SoleProprietorship = true }, "must be left out in Denmark");
        Refused(Company with { UserType = DkUserType.Individual }, "DkNewIndividual");
        Refused(Company with { Name = "Essai", Cvr = null, Address = French, Voice = "01 23 45 67 89", Ean = "5798000420007" }, "Danish organizations only");
    }

    [Fact]
    public void No_personal_data_is_printed() =>
        $"{Company} {new DkNewIndividual { Name = "Ida Prøve", Address = Danish, Email = "ida@eksempel.dk", Voice = "20202020" }}".Should()
            .Be("DkNewOrganization { Kind = company } DkNewIndividual { Kind = individual }");

    private static void Refused(DkNewContact contact, string why)
    {
        var make = () => contact.ToCommand(reuse: false);

        make.Should().Throw<EppValidationException>().WithMessage($"*{why}*");
    }
}
