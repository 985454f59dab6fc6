using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.Requests;

/// <summary>The registry's example requests for contacts, written with the public API.</summary>
internal static class ContactRequests
{
    private static readonly ContactAddress Copenhagen = new()
    {
        StreetLines = ["Ørestads Boulevard 108, 11."],
        City = "København S",
        StateOrProvince = string.Empty,
        PostalCode = "2300",
        CountryCode = "DK",
    };

    public static readonly Dictionary<string, IEppCommand> All = new()
    {
        ["spec/052-contact-create-request.xml"] = Create("auto", "Punktum dk A/S", Copenhagen, "+45.33646000", "punktum@registry1.dk") with
        {
            Extensions =
            [
                new DkContactCreate(DkUserType.Company)
                {
                    Cvr = "24210375",
                    Management = DkManagement.Registrant,
                    MobilePhone = new DkMobilePhone { Number = "+45.33646001" },
                    ContactVerification = new DkContactVerification { VerifiedId = false, VerifiedEmail = false },
                },
            ],
        },
        ["spec/054-contact-check-request.xml"] = new ContactCheck("DKHM1-DK"),
        ["spec/056-contact-info-request.xml"] = new ContactInfo("DKHM1-DK"),
        ["spec/058-contact-update-request.xml"] = new ContactUpdate("PDA1234-DK")
        {
            Change = new ContactChange
            {
                PostalInfo =
                [
                    new ContactPostalInfoChange
                    {
                        Type = ContactPostalInfoForm.Internationalized,
                        Address = new ContactAddress
                        {
                            StreetLines = ["124 Example Dr.", "Suite 200"],
                            City = "Dulles",
                            StateOrProvince = "VA",
                            PostalCode = "20166-6503",
                            CountryCode = "US",
                        },
                    },
                ],
                Voice = "+1.7034444444",
                AuthInfo = ContactAuthInfo.FromPassword(string.Empty),
            },
            Extensions =
            [
                new DkContactUpdate
                {
                    MobilePhone = new DkMobilePhone { Number = "+1.7034444445" },
                    SecondaryEmail = "email@eksempel.dk",
                    SoleProprietorship = true,
                    ContactVerification = new DkContactVerification { VerifiedId = true },
                },
            ],
        },
        ["spec/075-nis2-contact-create-sole-proprietorship-request.xml"] = Create(
            "force",
            "Test A/S",
            new ContactAddress { StreetLines = ["Postbox 123"], City = "Paris", StateOrProvince = string.Empty, PostalCode = "14588", CountryCode = "FR" },
            "+33.0325458877",
            "vitester@registry1.dk") with
        {
            Extensions = [new DkContactCreate(DkUserType.Association) { Cvr = "1414441", Management = DkManagement.Registrar, SoleProprietorship = true }],
        },
        ["spec/077-nis2-contact-create-verified-request.xml"] = Create("force", "Punktum dk A/S", Copenhagen, "+45.25780611", "vitester@registry1.dk") with
        {
            Extensions =
            [
                new DkContactCreate(DkUserType.Company)
                {
                    Cvr = "24210375",
                    Management = DkManagement.Registrar,
                    ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true },
                },
            ],
        },
        ["spec-5.2.3/015-contact-create-all-extensions-request.xml"] = new ContactCreate
        {
            Id = "auto",
            PostalInfo =
            [
                new ContactPostalInfo { Type = ContactPostalInfoForm.Localized, Name = "Johnny Login", Organization = "Punktum dk A/S", Address = Copenhagen },
                new ContactPostalInfo
                {
                    Type = ContactPostalInfoForm.Internationalized,
                    Name = "Johnny Login",
                    Organization = "Punktum dk A/S",
                    Address = new ContactAddress { StreetLines = ["Ørestads Boulevard 108, 11."], City = "Copenhagen S", PostalCode = "1560", CountryCode = "DK" },
                },
            ],
            Voice = "+45.33646060",
            Email = "info@registry1.dk",
            AuthInfo = ContactAuthInfo.FromPassword(string.Empty),
            Extensions =
            [
                new DkContactCreate(DkUserType.Company)
                {
                    Cvr = "1234567891231",
                    SoleProprietorship = true,
                    ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true },
                },
            ],
        },
        ["spec-5.2.3/017-contact-delete-request.xml"] = new ContactDelete("PDAS1234-DK"),
        ["xsd-repo/create_contact_verification.xml"] = Create(
            "auto", "Test Test", Copenhagen with { StreetLines = ["Some Street"] }, "+45.12345678", "epp-test@registry1.dk") with
        {
            Extensions =
            [
                new DkContactCreate(DkUserType.Individual)
                {
                    SoleProprietorship = true,
                    ContactVerification = new DkContactVerification { Responsible = DkVerificationResponsible.Registrar, VerifiedId = true, VerifiedEmail = true },
                },
            ],
        },
        ["xsd-repo/update_contact_userType.xml"] = new ContactUpdate("USER1-DK")
        {
            Change = new ContactChange(),
            Extensions = [new DkContactUpdate { UserType = DkUserType.Individual }],
        },
        ["xsd-repo/update_contact_verification.xml"] = new ContactUpdate("USER22-DK")
        {
            Change = new ContactChange(),
            Extensions =
            [
                new DkContactUpdate
                {
                    UserType = DkUserType.Individual,
                    ContactVerification = new DkContactVerification
                    {
                        Responsible = DkVerificationResponsible.Registrar,
                        VerifiedId = true,
                        VerifiedEmail = true,
                        EmailToConfirm = "em@il.tld",
                        EmailToConfirmExpiryDate = new DateTimeOffset(2026, 1, 14, 8, 0, 0, TimeSpan.Zero),
                        SecondaryEmailToConfirm = "test",
                        SecondaryEmailToConfirmExpiryDate = new DateTimeOffset(2025, 11, 28, 22, 59, 59, TimeSpan.Zero),
                        SecondaryEmailToConfirmResponsible = "registry",
                        SecondaryEmailToConfirmStatus = "pending",
                    },
                },
            ],
        },
    };

    private static ContactCreate Create(string id, string name, ContactAddress address, string voice, string email) => new()
    {
        Id = id,
        PostalInfo = [new ContactPostalInfo { Type = ContactPostalInfoForm.Localized, Name = name, Address = address }],
        Voice = voice,
        Email = email,
        AuthInfo = ContactAuthInfo.FromPassword(string.Empty),
    };
}
