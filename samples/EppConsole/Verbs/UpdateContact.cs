using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>
/// Changes a contact's data: the given fields change, all others stay. A registry replaces an address as a whole, so the parts that are not given are
/// read and sent again.
/// </summary>
internal sealed class UpdateContact
{
    private readonly Argument<string> _id = new("ID");
    private readonly Option<string?> _person = new("--name") { Description = "The person's name", HelpName = "TEXT" };
    private readonly Option<string?> _organization = new("--org") { Description = "The organization's name", HelpName = "TEXT" };
    private readonly Option<string?> _form = new("--form") { Description = "The form of name and address to change: int or loc. Default: the one that the contact has", HelpName = "int|loc" };
    private readonly AddressOptions _address = new();
    private readonly Option<string?> _voice = new("--voice") { Description = "Telephone, such as +45.20202020", HelpName = "NUMBER" };
    private readonly Option<string?> _fax = new("--fax") { Description = "Fax, such as +45.20202020", HelpName = "NUMBER" };
    private readonly Option<string?> _email = new("--email") { Description = "E-mail address", HelpName = "ADDRESS" };
    private readonly Option<string[]> _addStatuses = new("--add-status") { Description = "A status to set, such as clientDeleteProhibited", HelpName = "STATUS" };
    private readonly Option<string[]> _removeStatuses = new("--rem-status") { Description = "A status to remove", HelpName = "STATUS" };
    private readonly Disclosure _disclosure = new();
    private readonly Option<string?> _authInfo = Secrets.Option("--new-auth-env", "The environment variable with new authorization information. Not for .dk");
    private readonly DkContactOptions _dk = new();

    private UpdateContact() => _form.AcceptOnlyFromAmong("int", "loc");

    public static Command Create(VerbRunner runner)
    {
        var verb = new UpdateContact();
        var command = new VerbCommand("contact", "Change a contact")
        {
            Examples = ["epp update contact KAJ1-DK --email kaj@example.net --voice +45.20202020", "epp update contact KAJ1-DK --street \"Nyvej 2\" --pc 5000 --city Odense"],
        };
        command.Add(verb._id);
        foreach (var option in (Option[])[verb._person, verb._organization, verb._form, verb._voice, verb._fax, verb._email, verb._addStatuses, verb._removeStatuses, verb._authInfo])
        {
            command.Add(option);
        }

        verb._address.AddTo(command);
        verb._disclosure.AddTo(command);
        verb._dk.AddTo(command);
        command.SetAction(runner.Changing(verb.PlanAsync));
        return command;
    }

    private async Task<IEppCommand?> PlanAsync(ParseResult parsed, IRegistryCommands commands, IEppClient registry, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(_id);
        var hasPostalInfo = _address.IsGiven(parsed) || parsed.GetValue(_person) is not null || parsed.GetValue(_organization) is not null;
        var present = hasPostalInfo ? FormOf(await registry.SendAsync(new ContactInfo(id), cancellationToken), parsed.GetValue(_form)) : null;
        var form = present?.Type ?? ContactPostalInfoForm.From(parsed.GetValue(_form)) ?? ContactPostalInfoForm.Internationalized;
        var change = new ContactChange
        {
            PostalInfo = hasPostalInfo ? [PostalInfo(parsed, form, present)] : [],
            Voice = parsed.GetValue(_voice),
            Fax = parsed.GetValue(_fax),
            Email = CreateContact.Email(parsed, _email),
            Disclosure = _disclosure.Read(parsed, form),
            AuthInfo = Secrets.Read(parsed, _authInfo) is { } secret ? ContactAuthInfo.FromPassword(secret) : null,
        };
        var edit = new ContactEdit(id)
        {
            Change = change == new ContactChange() ? null : change,
            AddedStatuses = parsed.GetValue(_addStatuses) ?? [],
            RemovedStatuses = parsed.GetValue(_removeStatuses) ?? [],
            Dk = _dk.Read(parsed),
        };
        return edit is { Change: null, AddedStatuses.Count: 0, RemovedStatuses.Count: 0, Dk.IsEmpty: true }
            ? throw new UsageException("No change is given. Try epp update contact --help.")
            : commands.UpdateContact(edit);
    }

    private ContactPostalInfoChange PostalInfo(ParseResult parsed, ContactPostalInfoForm form, ContactPostalInfo? present) => new()
    {
        Type = form,
        Name = parsed.GetValue(_person),
        Organization = parsed.GetValue(_organization),
        Address = _address.IsGiven(parsed) ? _address.Read(parsed, present?.Address) : null,
    };

    private static ContactPostalInfo? FormOf(EppResponse<ContactInfoResult> response, string? form) => (response.Data.PostalInfo, form) switch
    {
        (var all, not null) => all.FirstOrDefault(info => info.Type.Value == form),
        ([var only], _) => only,
        ([], _) => null,
        _ => throw new UsageException("The contact has two forms of name and address: set --form to int or loc."),
    };
}
