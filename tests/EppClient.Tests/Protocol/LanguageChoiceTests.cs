using EppClient.Protocol;

namespace EppClient.Tests.Protocol;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en", "fr", "en-GB", "en")]
    [InlineData("EN", "EN")]
    [InlineData("en-US", "en-US")]
    [InlineData("en-GB", "da", "en-GB", "en-US")]
    [InlineData("da", "da", "fr")]
    [InlineData("fr", "en_US", "fr")]
    [InlineData("eng", "eng")]
    [InlineData("en")]
    public void Offered_English_is_selected_else_the_first_language(string chosen, params string[] offered) => LanguageChoice.Of(offered).Should().Be(chosen);
}
