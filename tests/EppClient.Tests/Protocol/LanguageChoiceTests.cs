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
    public void English_is_taken_in_the_form_that_is_offered_else_the_first(string chosen, params string[] offered) => LanguageChoice.Of(offered).Should().Be(chosen);
}
