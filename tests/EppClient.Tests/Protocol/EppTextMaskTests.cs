using EppClient.Protocol;

namespace EppClient.Tests.Protocol;

public sealed class EppTextMaskTests
{
    [Theory]
    [InlineData("Invalid password '2fooBAR'")]
    [InlineData("Invalid password \"2fooBAR\"")]
    [InlineData("'2fooBAR' is not the authInfo of a.example")]
    [InlineData("Element '{urn:ietf:params:xml:ns:domain-1.0}pw': The value '2fooBAR' is too short")]
    [InlineData("The new PW \u201c2fooBAR\u201d is known")]
    [InlineData("Token [2fooBAR] has expired")]
    [InlineData("Wrong authorization code (2fooBAR)")]
    [InlineData("authInfo=2fooBAR")]
    [InlineData("Auth Code: 2fooBAR")]
    [InlineData("password: foobar.")]
    [InlineData("Password 2fooBAR is wrong")]
    [InlineData("Authorisation information is 2fooBAR")]
    [InlineData("PIN 123456 is wrong")]
    [InlineData("The password '2'foobar' is wrong")]
    public void Secret_in_a_text_is_masked(string text)
    {
        TextRedactor.Mask(text).Should().NotContainAny("2fooBAR", "foobar", "123456").And.Contain("***");
        new EppResult { Code = EppResultCode.InvalidAuthorizationInformation, Message = text }.ToString().Should().NotContainAny("2fooBAR", "foobar", "123456");
    }

    [Theory]
    [InlineData("Command completed successfully")]
    [InlineData("Invalid authorization information")]
    [InlineData("Authorization information is invalid; the object's password isn't set")]
    [InlineData("The password is too short: 8 to 16 characters")]
    [InlineData("Element 'domain:pw' is missing")]
    [InlineData("Parameter value policy error: 'ns1.example' (192.0.2.1) is not a name of a host")]
    [InlineData("Mapping 'shipping' is pinned")]
    [InlineData("password: too short")]
    public void Other_text_is_shown(string text) => TextRedactor.Mask(text).Should().Be(text);
}
