namespace EppClient.Tests.Protocol;

public sealed class EppResultCodeTests
{
    [Theory]
    [InlineData(1000, true, false, false)]
    [InlineData(1001, true, true, false)]
    [InlineData(1300, true, false, false)]
    [InlineData(1500, true, false, true)]
    [InlineData(1501, true, true, true)]
    [InlineData(2001, false, false, false)]
    [InlineData(2400, false, false, false)]
    [InlineData(2502, false, false, true)]
    [InlineData(2599, false, false, true)]
    [InlineData(9999, false, false, false)]
    public void Code_reports_its_category(int value, bool isSuccess, bool isPending, bool isClosing)
    {
        var code = new EppResultCode(value);

        code.IsSuccess.Should().Be(isSuccess);
        code.IsActionPending.Should().Be(isPending);
        code.IsSessionClosing.Should().Be(isClosing);
    }

    [Theory]
    [InlineData(1000, "1000")]
    [InlineData(2303, "2303")]
    [InlineData(1500, "1000 1300")]
    [InlineData(1501, "1001 1301")]
    [InlineData(2500, "2000 2100 2200 2300 2400")]
    [InlineData(2501, "2001 2101 2201 2301")]
    [InlineData(2503, "2003 2103 2303")]
    [InlineData(2508, "2308")]
    [InlineData(2599, "")]
    public void Closing_code_may_represent_any_code_with_the_same_end(int value, string originals) =>
        string.Join(' ', new EppResultCode(value).PossibleOriginals).Should().Be(originals);
}
