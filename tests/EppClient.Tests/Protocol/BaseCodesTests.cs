using EppClient.Protocol;

namespace EppClient.Tests.Protocol;

public sealed class BaseCodesTests
{
    private const string Closing = "; Disconnect due to server shutdown";

    private static readonly EppProfile Rewriting = EppProfiles.Standard with
    {
        ClosingTexts = ["; Disconnect due to "],
        ClosingCodes = [new EppClosingCode(new(2503), EppResultCode.ObjectDoesNotExist, "Domain not found")],
    };

    [Theory]
    [InlineData(EppVerb.Create, 1501, 1001)]
    [InlineData(EppVerb.Create, 1500, 1000)]
    [InlineData(EppVerb.Poll, 1501, 1301)]
    [InlineData(EppVerb.Poll, 1500, 1500)]
    [InlineData(EppVerb.Create, 2304, 2304)]
    [InlineData(EppVerb.Create, 2506, 2506)]
    [InlineData(EppVerb.Create, 2508, 2308)]
    [InlineData(EppVerb.Create, 2500, 2500)]
    [InlineData(EppVerb.Create, 2502, 2502)]
    public void Without_a_map_a_code_is_mapped_only_if_it_has_one_possible_original(EppVerb verb, int code, int original) =>
        BaseCodes.Of(EppProfiles.Standard, verb, Result(code, "Text")).Value.Should().Be(original);

    [Theory]
    [InlineData("Domain not found" + Closing, 2303)]
    [InlineData("domain not found: a.example" + Closing, 2303)]
    [InlineData("Something else" + Closing, 2503)]
    public void Map_of_the_profile_selects_one_of_several_originals(string text, int original) =>
        BaseCodes.Of(Rewriting, EppVerb.Info, Result(2503, text)).Value.Should().Be(original);

    [Fact]
    public void Session_limit_of_the_rfc_and_a_rewritten_code_of_the_same_number_are_distinguished_by_the_text()
    {
        BaseCodes.IsRewritten(Rewriting, Result(2502, "Session limit exceeded")).Should().BeFalse();
        BaseCodes.IsRewritten(Rewriting, Result(2502, "Unimplemented option" + Closing)).Should().BeTrue();
    }

    private static EppResult Result(int code, string text) => new() { Code = new EppResultCode(code), Message = text };
}
