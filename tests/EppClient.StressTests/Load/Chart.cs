using System.Globalization;
using System.Xml.Linq;

namespace EppClient.StressTests.Load;

/// <summary>Panels of horizontal bars as SVG, with the minimum and maximum as a line on each bar. Supports the dark mode of the reader's system.</summary>
internal static class Chart
{
    private const int Width = 760;
    private const int Labels = 270;
    private const int Bars = 370;
    private const int Row = 26;
    private const int Heading = 34;
    private const int Margin = 16;

    private const string Style = """
        text { font: 13px system-ui, sans-serif; fill: #1f2328 } .heading { font-weight: bold } .page { fill: #ffffff }
        .here { fill: #0969da } .bare { fill: #8c959f } .other { fill: #bc4c00 } .range { stroke: #1f2328 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .page { fill: #0d1117 } .here { fill: #4493f8 } .bare { fill: #6e7681 } .other { fill: #db6d28 } .range { stroke: #e6edf3 }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="title">The title of the chart.</param>
    /// <param name="lines">Panel, label, kind (here, bare or other), median, minimum and maximum, separated by tabs.</param>
    /// <exception cref="FormatException">A line has a different format.</exception>
    public static string Draw(string title, IEnumerable<string> lines)
    {
        var panels = lines.Select(Bar.Parse).GroupBy(bar => bar.Panel).ToList();
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title description"),
            new XElement(Svg + "title", new XAttribute("id", "title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "description"), string.Join(' ', panels.Select(Describe))),
            new XElement(Svg + "style", Style),
            new XElement(Svg + "rect", new XAttribute("class", "page"), new XAttribute("width", "100%"), new XAttribute("height", "100%")));
        var y = Margin;
        foreach (var panel in panels)
        {
            svg.Add(Text(Margin, y + 16, panel.Key, "heading"));
            y += Heading;
            var most = panel.Max(bar => bar.Most);
            foreach (var bar in panel)
            {
                var end = Labels + (Bars * bar.Median / most);
                svg.Add(
                    Text(Margin, y + 13, bar.Label),
                    new XElement(Svg + "rect", new XAttribute("class", bar.Kind), Number("x", Labels), Number("y", y), Number("width", end - Labels), Number("height", 18)),
                    new XElement(
                        Svg + "line",
                        new XAttribute("class", "range"),
                        Number("x1", Labels + (Bars * bar.Least / most)),
                        Number("x2", Labels + (Bars * bar.Most / most)),
                        Number("y1", y + 9),
                        Number("y2", y + 9)),
                    Text(Labels + (Bars * bar.Most / most) + 8, y + 13, Figure(bar.Median)));
                y += Row;
            }

            y += Margin;
        }

        svg.Add(new XAttribute("viewBox", $"0 0 {Width} {y}"), new XAttribute("width", Width), new XAttribute("height", y));
        return svg + "\n";
    }

    private static string Describe(IGrouping<string, Bar> panel) => $"{panel.Key}: {string.Join("; ", panel.Select(bar => $"{bar.Label} {Figure(bar.Median)}"))}.";

    private static string Figure(double value) => value.ToString(value < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

    private static XElement Text(double x, double y, string text, string? style = null) =>
        new(Svg + "text", Number("x", x), Number("y", y), style is null ? null : new XAttribute("class", style), text);

    private static XAttribute Number(string name, double value) => new(name, Math.Round(value, 1));

    private sealed record Bar(string Panel, string Label, string Kind, double Median, double Least, double Most)
    {
        public static Bar Parse(string line) => line.Split('\t') is [var panel, var label, ("here" or "bare" or "other") and var kind, var median, var least, var most]
            ? new Bar(panel, label, kind, Value(median), Value(least), Value(most))
            : throw new FormatException($"Not a bar: {line}");

        private static double Value(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
