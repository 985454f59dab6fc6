using System.CommandLine;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Registers a domain, or creates a contact or host.</summary>
internal static class CreateVerb
{
    public static Command Create(VerbRunner runner) => new("create", "Register a domain, or create a host or contact") { Domain(runner), Host(runner), Contact(runner) };

    private static Command Domain(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var registrant = new Option<string?>("--registrant") { Description = "The contact that becomes the registrant", HelpName = "ID" };
        var servers = new Option<string[]>("--ns") { Description = "A name server; repeat for each", HelpName = "HOST" };
        var contacts = new Option<string[]>("--contact") { Description = "Another contact, such as admin=ID; repeat for each", HelpName = "ROLE=ID" };
        var years = new Option<ushort?>("--years") { Description = "The period in years. Default: the registry's", HelpName = "N" };
        var secret = SecretOption("--auth-env");
        var accepted = Accepted();
        var command = new Command("domain", "Register a domain") { name, registrant, servers, contacts, years, secret, accepted };
        command.SetAction(runner.Changing((parsed, commands) => commands.CreateDomain(new NewDomain(parsed.GetRequiredValue(name))
        {
            Registrant = parsed.GetValue(registrant),
            NameServers = parsed.GetValue(servers) ?? [],
            Contacts = [.. (parsed.GetValue(contacts) ?? []).Select(ContactOf)],
            Years = parsed.GetValue(years),
            AuthInfo = Secret(parsed, secret),
            TermsAccepted = parsed.GetValue(accepted),
        })));
        return command;
    }

    private static Command Host(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var addresses = new Option<string[]>("--addr") { Description = "An address, IPv4 or IPv6; repeat for each", HelpName = "IP" };
        var command = new Command("host", "Create a name server") { name, addresses };
        command.SetAction(runner.Changing((parsed, _) => new HostCreate(parsed.GetRequiredValue(name), [.. (parsed.GetValue(addresses) ?? []).Select(address => (HostAddress)address)])));
        return command;
    }

    private static Command Contact(VerbRunner runner)
    {
        var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Its handle; for .dk 'auto' (may reuse an identical contact) or 'force'" };
        var person = new Option<string>("--name") { Description = "The person's name", Required = true };
        var organization = new Option<string?>("--org") { Description = "The organization's name" };
        var kind = new Option<string?>("--kind") { Description = "For .dk: individual, company, public_organization or association" };
        var cvr = new Option<string?>("--cvr") { Description = "For .dk: the company's number" };
        var address = new AddressOptions();
        var voice = new Option<string?>("--voice") { Description = "Telephone, such as +45.20202020" };
        var email = new Option<string>("--email") { Description = "E-mail address", Required = true };
        var secret = SecretOption("--auth-env");
        var command = new Command("contact", "Create a contact") { id, person, organization, kind, cvr, voice, email, secret };
        address.AddTo(command);
        command.SetAction(runner.Changing((parsed, commands) =>
            commands.CreateContact(new NewContact(parsed.GetRequiredValue(person), address.ReadRequired(parsed), parsed.GetRequiredValue(email))
            {
                Id = parsed.GetValue(id),
                Organization = parsed.GetValue(organization),
                Kind = parsed.GetValue(kind),
                Cvr = parsed.GetValue(cvr),
                Voice = parsed.GetValue(voice),
                AuthInfo = Secret(parsed, secret),
            })));
        return command;
    }

    /// <summary>An option for a secret, which must not be on the command line, where everyone on the machine can see it.</summary>
    public static Option<string?> SecretOption(string name) => new(name) { Description = "The environment variable with the authorization information", HelpName = "NAME" };

    public static string? Secret(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } variable ? Password.FromVariable(variable, option.Name) : null;

    public static Option<DateTimeOffset?> Accepted() => DateOptions.Time("--terms-accepted", "For .dk: when the registrant accepted the registry's terms");

    private static DomainContact ContactOf(string text) => text.Split('=', 2) is [{ Length: > 0 } role, { Length: > 0 } id]
        ? new DomainContact { Role = new DomainContactRole(role), Id = id }
        : throw new UsageException($"--contact {text}: it must be ROLE=ID, such as admin=AB1.");
}
