using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppClient.Extensions;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Changes a domain. --set-ns and --set-ds read the present state, and add and remove the difference.</summary>
internal sealed class UpdateDomain
{
    private readonly Argument<string> _name = new("NAME");
    private readonly Option<string[]> _setServers = new("--set-ns") { Description = "A name server of the complete set; repeat for each. .dk removes the DS records", HelpName = "HOST" };
    private readonly Option<string[]> _addServers = new("--add-ns") { Description = "A name server to add; repeat for each", HelpName = "HOST" };
    private readonly Option<string[]> _removeServers = new("--rem-ns") { Description = "A name server to remove; repeat for each", HelpName = "HOST" };
    private readonly Option<string[]> _setRecords = DsRecords.Option("--set-ds", "A DS record of the complete set, \"TAG ALG TYPE DIGEST\"; repeat for each");
    private readonly Option<string[]> _addRecords = DsRecords.Option("--add-ds", "A DS record to add; repeat for each");
    private readonly Option<string[]> _removeRecords = DsRecords.Option("--rem-ds", "A DS record to remove; repeat for each");
    private readonly Option<bool> _removeAllRecords = new("--rem-all-ds") { Description = "Remove all DS records" };
    private readonly Option<string[]> _addContacts = DomainContacts.Option("--add-contact", "A contact to add, such as tech=ID; repeat for each");
    private readonly Option<string[]> _removeContacts = DomainContacts.Option("--rem-contact", "A contact to remove; repeat for each");
    private readonly Option<string[]> _addStatuses = new("--add-status") { Description = "A status to set, such as clientHold", HelpName = "STATUS" };
    private readonly Option<string[]> _removeStatuses = new("--rem-status") { Description = "A status to remove", HelpName = "STATUS" };
    private readonly Option<string?> _registrant = new("--registrant") { Description = "The new registrant; asks first", HelpName = "ID" };
    private readonly Option<DateTimeOffset?> _accepted = DateOptions.Time("--terms-accepted", "For .dk: when the new registrant accepted the registry's terms");
    private readonly Option<string?> _authInfo = Secrets.Option("--new-auth-env", "The environment variable with new authorization information. For .dk: token create");
    private readonly Option<string?> _autoRenew = Choices.OnOff("--auto-renew", "For .dk: whether the domain renews automatically");

    public static Command Create(VerbRunner runner)
    {
        var verb = new UpdateDomain();
        var command = new VerbCommand("domain", "Change a domain. .dk accepts one kind of change per call")
        {
            Examples =
            [
                "epp update domain eksempel.dk --set-ns ns1.example.net \\\n    --set-ns ns2.example.net",
                "epp update domain eksempel.dk --set-ds \"12345 13 2 4F3C...\"",
                "epp update domain eksempel.dk --auto-renew off",
                "epp update domain example.com --add-status clientHold --rem-contact tech=AB1",
            ],
        };
        command.Add(verb._name);
        foreach (var option in verb.Options)
        {
            command.Add(option);
        }

        command.SetAction(runner.Changing(verb.PlanAsync, verb.WarningOf));
        return command;
    }

    private IReadOnlyList<Option> Options =>
    [
        _setServers, _addServers, _removeServers, _setRecords, _addRecords, _removeRecords, _removeAllRecords, _addContacts, _removeContacts, _addStatuses, _removeStatuses,
        _registrant, _accepted, _authInfo, _autoRenew,
    ];

    private string? WarningOf(ParseResult parsed) =>
        parsed.GetValue(_registrant) is { } registrant ? $"Makes {registrant} the registrant of {parsed.GetRequiredValue(_name)}." : null;

    private async Task<IEppCommand?> PlanAsync(ParseResult parsed, IRegistryCommands commands, IEppClient registry, CancellationToken cancellationToken)
    {
        Choices.Refuse(parsed, _setServers, _addServers, _removeServers);
        Choices.Refuse(parsed, _setRecords, _addRecords, _removeRecords, _removeAllRecords);
        Choices.Refuse(parsed, _removeAllRecords, _removeRecords);
        if (!Options.Any(option => Choices.IsGiven(parsed, option)))
        {
            throw new UsageException("No change is given. Try epp update domain --help.");
        }

        var edit = Read(parsed);
        if (Choices.IsGiven(parsed, _setServers) || Choices.IsGiven(parsed, _setRecords))
        {
            edit = WithDifference(edit, parsed, await registry.SendAsync(new DomainInfo(edit.Name), cancellationToken));
            if (edit.IsEmpty)
            {
                return null;
            }
        }

        return commands.UpdateDomain(edit);
    }

    private DomainEdit Read(ParseResult parsed) => new(Names.Of(parsed.GetRequiredValue(_name)))
    {
        AddedServers = Servers(Names.OfAll(parsed.GetValue(_addServers)), areAttributes: false),
        RemovedServers = Servers(Names.OfAll(parsed.GetValue(_removeServers)), areAttributes: false),
        AddedDsRecords = DsRecords.Read(parsed, _addRecords),
        RemovedDsRecords = DsRecords.Read(parsed, _removeRecords),
        RemovesAllDsRecords = parsed.GetValue(_removeAllRecords),
        AddedContacts = DomainContacts.Read(parsed, _addContacts),
        RemovedContacts = DomainContacts.Read(parsed, _removeContacts),
        AddedStatuses = parsed.GetValue(_addStatuses) ?? [],
        RemovedStatuses = parsed.GetValue(_removeStatuses) ?? [],
        Registrant = parsed.GetValue(_registrant),
        TermsAccepted = parsed.GetValue(_accepted),
        AuthInfo = Secrets.Read(parsed, _authInfo),
        AutoRenew = Choices.IsOn(parsed, _autoRenew),
    };

    private DomainEdit WithDifference(DomainEdit edit, ParseResult parsed, EppResponse<DomainInfoResult> response)
    {
        if (Choices.IsGiven(parsed, _setServers))
        {
            // Some registries keep name servers as attributes of the domain instead of as objects.
            var areAttributes = response.Data.NameServers is { HostAttributes.Count: > 0 };
            var present = Names.OfAll(areAttributes ? response.Data.NameServers!.HostAttributes.Select(host => host.Name) : response.Data.NameServers?.HostObjects);
            var wanted = Names.OfAll(parsed.GetValue(_setServers));
            edit = edit with { AddedServers = Servers([.. wanted.Except(present)], areAttributes), RemovedServers = Servers([.. present.Except(wanted)], areAttributes) };
        }

        if (Choices.IsGiven(parsed, _setRecords))
        {
            var present = response.Extension<SecDnsInfoResult>()?.DsData ?? [];
            var wanted = DsRecords.Read(parsed, _setRecords);
            edit = edit with
            {
                AddedDsRecords = [.. wanted.Where(record => !present.Any(other => DsRecords.AreSame(record, other)))],
                RemovedDsRecords = [.. present.Where(record => !wanted.Any(other => DsRecords.AreSame(record, other)))],
            };
        }

        return edit;
    }

    private static DomainNameServers? Servers(string[] names, bool areAttributes) =>
        names.Length == 0 ? null
        : areAttributes ? DomainNameServers.FromHostAttributes([.. names.Select(name => new DomainHostAttribute { Name = name })])
        : DomainNameServers.FromHostObjects(names);
}
