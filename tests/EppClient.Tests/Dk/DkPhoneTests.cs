using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkPhoneTests
{
    [Theory]
    [InlineData("20 20 20 20", "DK", "+45.20202020")]
    [InlineData("+4520202020", "SE", "+45.20202020")]
    [InlineData("0045 20-20-20-20", "DK", "+45.20202020")]
    [InlineData(" +45.20202020 ", "dk", "+45.20202020")]
    [InlineData("020 7946 0958", "GB", "+44.2079460958")]
    [InlineData("+39 06 6982", "DK", "+39.066982")]
    public void Number_is_converted_to_the_EPP_format(string text, string country, string expected) => DkPhone.Normalize(text, country).Should().Be(expected);

    [Theory]
    [InlineData("20202020", "Denmark", "'Denmark' is not the code of a country: use two letters")]
    [InlineData("+999.20202020", "DK", "has a country code that does not exist")]
    [InlineData("ring til mig", "DK", "is not a number")]
    public void Reason_is_in_words(string text, string country, string expected) =>
        FluentActions.Invoking(() => DkPhone.Normalize(text, country)).Should().Throw<EppValidationException>().Which.Message.Should().Contain(expected);

    [Theory]
    [InlineData("ring til mig", "DK")]
    [InlineData("1234", "DK")]
    [InlineData("+45.12345678901", "DK")]
    [InlineData("", "DK")]
    public void Number_that_violates_the_rules_of_its_country_is_refused_and_not_quoted(string text, string country)
    {
        var normalize = () => DkPhone.Normalize(text, country);

        var message = normalize.Should().Throw<EppValidationException>().Which.Message;
        if (text.Length > 0)
        {
            message.Should().NotContain(text);
        }
    }
}
