using Spectre.Console;
using Spectre.Console.Rendering;

namespace EppConsole.Output;

/// <summary>The capabilities of the output: colors on a terminal unless disabled (no-color.org), 80 columns if the width is unknown.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;

    public static Style Faint { get; } = new(foreground: Color.Grey);

    public static Style Alarm { get; } = new(foreground: Color.Red);

    /// <summary>Whether the output is a terminal, not a file or a program.</summary>
    public static bool IsSeen(TextWriter writer) =>
        (writer == Console.Out && !Console.IsOutputRedirected) || (writer == Console.Error && !Console.IsErrorRedirected);

    /// <summary>Whether the output may change in place.</summary>
    public static bool MayDraw(TextWriter writer) => IsSeen(writer) && IsColorWanted;

    private static bool IsColorWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Writes a table. In a file, no line ends in blanks.</summary>
    public static void Write(IAnsiConsole console, TextWriter writer, IRenderable table)
    {
        if (IsSeen(writer))
        {
            console.Write(table);
            return;
        }

        var text = string.Concat(table.GetSegments(console).Select(segment => segment.Text));
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            writer.WriteLine(line.TrimEnd());
        }
    }

    public static IAnsiConsole On(TextWriter writer)
    {
        var isSeen = IsSeen(writer);
        var hasColor = isSeen && IsColorWanted;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isSeen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isSeen ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isSeen)
        {
            console.Profile.Width = UsualWidth;
        }

        return console;
    }
}
