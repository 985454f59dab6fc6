using System.CommandLine;
using EppClient.Commands;

namespace EppConsole.Options;

/// <summary>Options for the contacts of a domain.</summary>
internal static class DomainContacts
{
    public static Option<string[]> Option(string name, string description) => new(name) { Description = description, HelpName = "ROLE=ID" };

    /// <exception cref="UsageException">A text is not a role and an id.</exception>
    public static IReadOnlyList<DomainContact> Read(ParseResult parsed, Option<string[]> option) => [.. (parsed.GetValue(option) ?? []).Select(text => text.Split('=', 2) is [{ Length: > 0 } role, { Length: > 0 } id]
        ? new DomainContact { Role = new DomainContactRole(role), Id = id }
        : throw new UsageException($"{option.Name} {text}: it must be ROLE=ID, such as admin=AB1."))];
}
