using System.CommandLine;

namespace EppConsole.Options;

/// <summary>Options whose combination matters.</summary>
internal static class Choices
{
    /// <summary>Creates an option that switches something on or off.</summary>
    public static Option<string?> OnOff(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "on|off" };
        option.AcceptOnlyFromAmong("on", "off");
        return option;
    }

    public static bool? IsOn(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? text == "on" : null;

    /// <summary>Refuses options that cannot be combined.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">An option.</param>
    /// <param name="others">The options that cannot be combined with it.</param>
    /// <exception cref="UsageException">The option and another one are given.</exception>
    public static void Refuse(ParseResult parsed, Option option, params IReadOnlyList<Option> others)
    {
        if (IsGiven(parsed, option) && others.FirstOrDefault(other => IsGiven(parsed, other)) is { } other)
        {
            throw new UsageException($"{option.Name} and {other.Name} cannot be combined.");
        }
    }

    /// <summary>Whether an option is on the command line.</summary>
    public static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
