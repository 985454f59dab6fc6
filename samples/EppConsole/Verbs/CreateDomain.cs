using System.CommandLine;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Registers a domain.</summary>
internal static class CreateDomain
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME") { Description = "The name, with letters such as æ or with A-labels" };
        var registrant = new Option<string?>("--registrant") { Description = "The contact that becomes the registrant", HelpName = "ID" };
        var servers = new Option<string[]>("--ns") { Description = "A name server; repeat for each", HelpName = "HOST" };
        var contacts = DomainContacts.Option("--contact", "Another contact, such as admin=ID; repeat for each. Not for .dk");
        var records = DsRecords.Option("--ds", "A DS record, \"TAG ALG TYPE DIGEST\"; repeat for each");
        var years = new Option<ushort?>("--years") { Description = "The period in years. Default: the registry's", HelpName = "N" };
        var secret = Secrets.Option("--auth-env");
        var autoRenew = Choices.OnOff("--auto-renew", "For .dk: whether the domain renews automatically. Default: the account's");
        var accepted = DateOptions.Time("--terms-accepted", "For .dk: when the registrant accepted the registry's terms");
        var command = new VerbCommand("domain", "Register a domain")
        {
            Examples =
            [
                "epp create domain eksempel.dk --registrant KAJ1-DK --ns ns1.example.net \\\n    --ns ns2.example.net --terms-accepted 2026-11-23T10:00Z",
                "epp create domain example.com --registrant AB1 --contact admin=AB1 --years 2",
            ],
        };
        foreach (var option in (Option[])[registrant, servers, contacts, records, years, secret, autoRenew, accepted])
        {
            command.Add(option);
        }

        command.Add(name);
        command.SetAction(runner.Changing((parsed, commands) => commands.CreateDomain(new NewDomain(Names.Of(parsed.GetRequiredValue(name)))
        {
            Registrant = parsed.GetValue(registrant),
            NameServers = Names.OfAll(parsed.GetValue(servers)),
            Contacts = DomainContacts.Read(parsed, contacts),
            DsRecords = DsRecords.Read(parsed, records),
            Years = parsed.GetValue(years),
            AuthInfo = Secrets.Read(parsed, secret),
            AutoRenew = Choices.IsOn(parsed, autoRenew),
            TermsAccepted = parsed.GetValue(accepted),
        })));
        return command;
    }
}
