using System.CommandLine;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Creates a contact.</summary>
internal static class CreateContact
{
    public static Command Create(VerbRunner runner)
    {
        var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Its handle; for .dk 'auto' (may reuse an identical contact) or 'force'" };
        var person = new Option<string?>("--name") { Description = "The person's name", HelpName = "TEXT" };
        var organization = new Option<string?>("--org") { Description = "The organization's name", HelpName = "TEXT" };
        var form = new Option<string?>("--form") { Description = "The form of name and address: int (default) or loc. Not for .dk", HelpName = "int|loc" };
        form.AcceptOnlyFromAmong("int", "loc");
        var address = new AddressOptions();
        var voice = new Option<string?>("--voice") { Description = "Telephone, such as +45.20202020", HelpName = "NUMBER" };
        var fax = new Option<string?>("--fax") { Description = "Fax, such as +45.20202020", HelpName = "NUMBER" };
        var email = new Option<string?>("--email") { Description = "E-mail address", HelpName = "ADDRESS" };
        var disclosure = new Disclosure();
        var secret = Secrets.Option("--auth-env");
        var dk = new DkContactOptions();
        var command = new VerbCommand("contact", "Create a contact")
        {
            Examples =
            [
                "epp create contact --name \"Kaj Hansen\" --street \"Testvej 1\" --city Odense \\\n    --pc 5000 --cc DK --voice +45.20202020 --email kaj@example.net",
                "epp create contact AB1 --name \"Ann Bell\" --org \"Bell Ltd\" --city London \\\n    --cc GB --email ann@example.net --hide email",
            ],
        };
        command.Add(id);
        foreach (var option in (Option[])[person, organization, form, voice, fax, email, secret])
        {
            command.Add(option);
        }

        address.AddTo(command);
        disclosure.AddTo(command);
        dk.AddTo(command);
        command.SetAction(runner.Changing((parsed, commands) =>
        {
            RequireAll([.. Missing(parsed, [person, email]), .. address.Missing(parsed), .. commands.ContactOptions.Contains(voice.Name) ? Missing(parsed, [voice]) : []]);
            var kind = ContactPostalInfoForm.From(parsed.GetValue(form));
            return commands.CreateContact(new NewContact(parsed.GetValue(person)!, address.Read(parsed, present: null), Email(parsed, email)!)
            {
                Id = parsed.GetValue(id),
                Organization = parsed.GetValue(organization),
                Form = kind,
                Voice = parsed.GetValue(voice),
                Fax = parsed.GetValue(fax),
                Disclosure = disclosure.Read(parsed, kind ?? ContactPostalInfoForm.Internationalized),
                AuthInfo = Secrets.Read(parsed, secret),
                Dk = dk.Read(parsed),
            });
        }));
        return command;
    }

    /// <summary>Reads an e-mail address.</summary>
    /// <exception cref="UsageException">The text is not an e-mail address.</exception>
    public static string? Email(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 ? text
        : throw new UsageException($"{option.Name} must be an e-mail address, such as kaj@example.net.");

    private static IEnumerable<string> Missing(ParseResult parsed, IReadOnlyList<Option<string?>> options) =>
        options.Where(option => string.IsNullOrWhiteSpace(parsed.GetValue(option))).Select(option => option.Name);

    private static void RequireAll(IReadOnlyList<string> missing)
    {
        if (missing.Count > 0)
        {
            throw new UsageException($"A contact needs {string.Join(", ", missing)}.");
        }
    }
}
