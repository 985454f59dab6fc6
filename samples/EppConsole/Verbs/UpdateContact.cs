using System.CommandLine;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Changes a contact's data: the given fields change, all others stay.</summary>
internal static class UpdateContact
{
    public static Command Create(VerbRunner runner)
    {
        var id = new Argument<string>("ID");
        var person = new Option<string?>("--name") { Description = "The person's name" };
        var organization = new Option<string?>("--org") { Description = "The organization's name" };
        var form = new Option<string>("--form") { Description = "The form of the address to change: int or loc", DefaultValueFactory = _ => "int", HelpName = "int|loc" };
        form.AcceptOnlyFromAmong("int", "loc");
        var address = new AddressOptions();
        var voice = new Option<string?>("--voice") { Description = "Telephone, such as +45.20202020" };
        var email = new Option<string?>("--email") { Description = "E-mail address" };
        var command = new Command("contact", "Change a contact") { id, person, organization, form, voice, email };
        address.AddTo(command);
        command.SetAction(runner.Changing((parsed, commands) =>
        {
            var postal = new ContactPostalInfoChange
            {
                Type = new ContactPostalInfoForm(parsed.GetValue(form)!),
                Name = parsed.GetValue(person),
                Organization = parsed.GetValue(organization),
                Address = address.Read(parsed),
            };
            var change = new ContactChange
            {
                PostalInfo = postal is { Name: null, Organization: null, Address: null } ? [] : [postal],
                Voice = parsed.GetValue(voice),
                Email = parsed.GetValue(email),
            };
            return change is { PostalInfo: [], Voice: null, Email: null }
                ? throw new UsageException("No change is given. Try --help.")
                : commands.UpdateContact(parsed.GetRequiredValue(id), change);
        }));
        return command;
    }
}
