using System.CommandLine;
using EppConsole.Connecting;

namespace EppConsole.Options;

/// <summary>Options for secrets, which must not be on the command line, where everyone on the machine can see them.</summary>
internal static class Secrets
{
    public static Option<string?> Option(string name, string description = "The environment variable with the authorization information") =>
        new(name) { Description = description, HelpName = "NAME" };

    /// <exception cref="UsageException">The variable is not set.</exception>
    public static string? Read(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } variable ? Password.FromVariable(variable, option.Name) : null;
}
