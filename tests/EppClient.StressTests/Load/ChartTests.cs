using System.Globalization;
using System.Xml.Linq;

namespace EppClient.StressTests.Load;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Bar_lengths_are_proportional_to_medians_and_the_text_has_all_values()
    {
        var svg = XDocument.Parse(Chart.Draw("Checks & more", ["rate\tfast\there\t2000\t1900\t2500", "rate\tslow <1>\tother\t500\t400\t600", "time\tfast\tbare\t7.26\t7\t8"])).Root!;

        svg.Element(Svg + "title")!.Value.Should().Be("Checks & more");
        svg.Element(Svg + "desc")!.Value.Should().Be("rate: fast 2,000; slow <1> 500. time: fast 7.3.");
        var bars = svg.Elements(Svg + "rect").Where(bar => (string?)bar.Attribute("class") != "page").ToList();
        bars.Select(bar => (string?)bar.Attribute("class")).Should().Equal("here", "other", "bare");
        Width(bars[0]).Should().BeApproximately(4 * Width(bars[1]), 1);
        svg.Elements(Svg + "text").Select(text => text.Value).Should().Equal("rate", "fast", "2,000", "slow <1>", "500", "time", "fast", "7.3");
        svg.Element(Svg + "style")!.Value.Should().Contain("prefers-color-scheme: dark");
    }

    [Theory]
    [InlineData("rate\tfast\there\t1\t1")]
    [InlineData("rate\tfast\tthere\t1\t1\t1")]
    [InlineData("rate\tfast\there\tmany\t1\t1")]
    public void Line_in_a_different_format_is_rejected(string line)
    {
        var draw = () => Chart.Draw("Checks", [line]);

        draw.Should().Throw<FormatException>();
    }

    private static double Width(XElement bar) => double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture);
}
