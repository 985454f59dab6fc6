using EppClient.Authentication;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Objects that are logged by string interpolation contain no secrets and no personal data.</summary>
public sealed class ToStringTests
{
    public static TheoryData<object> Objects => new()
    {
        new EppOptions { Host = "epp.example", ClientId = "REG-1", Password = "s3cret", Login = new EppLoginOptions { NewPassword = "n3w-s3cret" } },
        new LoginCommand("REG-1", "s3cret", "n3w-s3cret", "en", new EppServices { ObjectUris = [], ExtensionUris = [], Dialect = EppXmlDialect.Standard }),
        SecureAuthInfo.Generate(),
        new EppUnhandledNamespace("urn:x", EppRawElement.Parse("<x>s3cret</x>"), true),
        new EppLoginEvent { Type = EppLoginEventType.Password, Level = EppLoginEventLevel.Warning, Text = "Write to jane@example.net" },
        DomainTransfer.Request("a.example", "s3cret"),
        new DomainCreate { Name = "a.example", AuthInfo = DomainAuthInfo.FromPassword("s3cret") },
        DomainAuthInfo.FromPassword("s3cret"),
        DomainAuthInfoChange.FromPassword("s3cret"),
        ContactAuthInfo.FromPassword("s3cret"),
        new ContactAddress { StreetLines = ["Jane's street"], City = "Townsville", PostalCode = "12345-X", CountryCode = "DK" },
        new ContactPostalInfo
        {
            Type = ContactPostalInfoForm.Localized,
            Name = "Jane Doe",
            Organization = "Jane Ltd",
            Address = new ContactAddress { StreetLines = ["Jane's street"], City = "Townsville", PostalCode = "12345-X", CountryCode = "DK" },
        },
        new ContactCreate
        {
            Id = "H-1",
            PostalInfo = [],
            Voice = "+45.12345678",
            Fax = "+45.12345679",
            Email = "jane@example.net",
            AuthInfo = ContactAuthInfo.FromPassword("s3cret"),
        },
        new ContactChange { Voice = "+45.12345678", Fax = "+45.12345679", Email = "jane@example.net", AuthInfo = ContactAuthInfo.FromPassword("s3cret") },
        new EppErrorValue { Value = "s3cret", Reason = "Write to jane@example.net" },
        new EppResult { Code = EppResultCode.CommandFailed, Message = "Write to jane@example.net" },
        new EppQueueInfo { Count = 1, Id = "1", Message = "Jane" },
        EppRawElement.Parse("<x>s3cret</x>"),
        new EppValueElement<string>("urn:x", "x", "s3cret", EppSimpleType.Token),
        new EppProtocolException("The value is not a number", "epp/response"),
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void ToString_contains_no_secret_or_personal_data(object value) =>
        value.ToString().Should().NotBeEmpty().And.NotContainAny("s3cret", "Jane", "jane", "Townsville", "12345");
}
