using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>contact:create, contact:update, contact:info.</summary>
internal static class ContactRules
{
    private static readonly DkRegistryOptions WithCompany = new() { Companies = [new DkCompany("24210375", "Eksempel A/S", "1000000001", "1000000002")] };

    public static IEnumerable<DkRule> All =>
    [
        Create("2.10", "A new contact is created", 1000, "Contact created.", request => request),
        new DkRule("2.10", "With `auto` an identical contact is reused", 1000, "Contact already exists. Please re-use.", CreateTwice),
        Create("2.10", "The registry assigns the handle", 2306, "Parameter value policy error", request => request with { Id = "BN1-DK" }),
        Create("2.10", "The type of a contact is required", 2003, "Value required for extension.dkhm:userType", request => request with { Fields = request.Fields with { Kind = null } }),
        Create("5.4", "An individual must not have an organization", 2306, "Parameter value policy error", request => request with { PostalForms = [request.PostalForms[0] with { Organization = "Eksempel A/S" }] }),
        Create("5.4", "The international form of an address must be ASCII", 2306, "Parameter error. postalInfo of type int must be ASCII", request => request with { PostalForms = [request.PostalForms[0] with { IsInternational = true, Name = "Bo Øst" }] }),
        Create("5.5", "A telephone number must be valid for its country", 2005, "Invalid phone number", request => request with { Fields = request.Fields with { Voice = "+45.1234" } }),
        Company("A Danish company requires a CVR number", 2003, "Value required for extension.dkhm:CVR", null),
        Company("A CVR number has eight digits", 2005, "Invalid CVR number", "1234"),
        Company("The name must match the CVR number", 2005, "Name and CVR number does not match", "24210375", "Andre A/S"),
        Company("A company with several units must specify one", 2005, "You need to specify pnumber", "24210375", "Eksempel A/S"),
        Company("The unit must belong to the company", 2005, "You need to specify pnumber", "24210375", "Eksempel A/S", "1000000009"),
        Create("5.6", "An individual must not have a CVR number", 2306, "Parameter value policy error", request => request with { Fields = request.Fields with { Cvr = "24210375" } }),
        Create("5.6", "An individual must not have a P-number", 2306, "Parameter value policy error", request => request with { Fields = request.Fields with { PNumber = "1000000001" } }),
        Create("4.7", "Both verification flags must have the same value", 2306, "Same value required for both verified_id and verified_email.", request => request with { Fields = request.Fields with { VerifiedId = true } }),
        Create("4.7", "Sole proprietorship must not be specified for a Danish contact", 2306, "Parameter value policy error", request => request with { Fields = request.Fields with { SoleProprietorship = true } }),
        Update("2.11", "Contact data can be changed", 1000, "Command completed successfully", DkRegistryFixture.Checked, request => request with { Fields = request.Fields with { Voice = "+45.30303030" } }),
        Update("2.11", "A new e-mail address has to be confirmed", 1001, "Command completed. Pending e-mail-address verification.", DkRegistryFixture.Checked, request => request with { Email = "ny@eksempel.dk" }),
        Update("2.11", "The contact must exist", 2303, "Contact not found", "XX1-DK", request => request),
        Update("2.11", "The contact must be in the registrar's own portfolio", 2201, "You are not authorized to change that contact", DkRegistryFixture.RegistrantManaged, request => request),
        Update("2.11", "Only the registry can set status values", 2102, "Unimplemented option", DkRegistryFixture.Checked, request => request with { HasStatuses = true }),
        Update("2.11", "The password of a contact cannot be changed", 2201, "You are not authorized to change password on that contact", DkRegistryFixture.Checked, request => request with { Password = "hemmelig" }),
        Update("5.3", "The name of a registrant is locked", 2304, "You do not have permissions to modify field: name", DkRegistryFixture.Checked, request => request with { PostalForms = [new PostalForm(false, "Ida Ny", null, null)] }),
        Locked("The address of a locked contact is locked", "addr", request => request with { PostalForms = [new PostalForm(false, null, null, new DkAddress { City = "Ny By", PostalCode = "1000", CountryCode = "DK" })] }),
        Locked("The type of a locked contact is locked", "userType", request => request with { Fields = request.Fields with { Kind = DkPersonKind.Association } }),
        Locked("The CVR number of a locked contact is locked", "CVR", request => request with { Fields = request.Fields with { Cvr = "24210375" } }),
        Locked("The EAN of a locked contact is locked", "EAN", request => request with { Fields = request.Fields with { Ean = "5790000000000" } }),
        Update("4.7", "Only a registrar that is responsible for the check can verify a contact", 2304, "You do not have permissions to modify field: contact_verification", DkRegistryFixture.Checked, request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } }),
        new DkRule("2.11", "Contacts of other registrars that have no role are not shown", 2201, "Unauthorized", () => new DkRegistryFixture().Send(call => InfoHandler.Contact(call, DkRegistryFixture.Foreign), DkRegistryFixture.UserTwo)),
        new DkRule("2.11", "The contact to read must exist", 2303, "Contact not found", () => new DkRegistryFixture().Send(call => InfoHandler.Contact(call, "XX1-DK"))),
    ];

    private static DkRule Create(string section, string rule, int code, string text, Func<ContactCreateRequest, ContactCreateRequest> change) =>
        new(section, rule, code, text, () => new DkRegistryFixture().CreateContact(change));

    private static DkRule Update(string section, string rule, int code, string text, string id, Func<ContactUpdateRequest, ContactUpdateRequest> change) =>
        new(section, rule, code, text, () => new DkRegistryFixture().UpdateContact(id, change));

    private static DkRule Locked(string rule, string field, Func<ContactUpdateRequest, ContactUpdateRequest> change) =>
        new("5.3", rule, 2304, $"You do not have permissions to modify field: {field}", () => new DkRegistryFixture(seed: builder => builder
            .Contact("LL1-DK", "Lis Lund", contact => contact with { Sponsor = DkRegistryFixture.One, Lock = DkRegisterLock.Cpr })).UpdateContact("LL1-DK", change));

    private static DkRule Company(string rule, int code, string text, string? cvr, string name = "Eksempel A/S", string? unit = null) =>
        new("5.6", rule, code, text, () => new DkRegistryFixture(WithCompany).CreateContact(request => request with
        {
            Fields = request.Fields with { Kind = DkPersonKind.Company, Cvr = cvr, PNumber = unit },
            PostalForms = [request.PostalForms[0] with { Name = name }],
        }));

    private static DkResult CreateTwice()
    {
        var world = new DkRegistryFixture();
        world.CreateContact(request => request);
        return world.CreateContact(request => request with { Id = "auto" });
    }
}
