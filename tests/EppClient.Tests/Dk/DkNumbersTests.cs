using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkNumbersTests
{
    [Theory]
    [InlineData("24210375", true)]
    [InlineData("29189846", true)]
    [InlineData("24210376", false)]
    [InlineData("04210375", false)]
    [InlineData("DK24210375", false)]
    [InlineData("2421037", false)]
    [InlineData("２４２１０３７５", false)]
    public void A_CVR_number_has_eight_digits_and_a_check_digit(string text, bool isNumber) => DkNumbers.IsCvr(text).Should().Be(isNumber);

    [Theory]
    [InlineData("1003388394", true)]
    [InlineData("100338839", false)]
    [InlineData("10033883941", false)]
    [InlineData("100338839A", false)]
    public void A_P_number_has_ten_digits(string text, bool isNumber) => DkNumbers.IsPNumber(text).Should().Be(isNumber);

    [Theory]
    [InlineData("5798000420007", true)]
    [InlineData("5790000123452", true)]
    [InlineData("5798000420008", false)]
    [InlineData("579800042000", false)]
    public void An_EAN_has_thirteen_digits_and_a_check_digit(string text, bool isNumber) => DkNumbers.IsEan(text).Should().Be(isNumber);
}
