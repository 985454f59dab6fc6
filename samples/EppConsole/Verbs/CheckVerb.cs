using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Checks whether objects can be created.</summary>
internal static class CheckVerb
{
    public static Command Create(VerbRunner runner) => new("check", "Check whether names or handles are free")
    {
        Kind(runner, "domain", "epp check domain eksempel.dk andet.dk", async (names, registry, cancellationToken) =>
        {
            var response = await registry.SendAsync(new DomainCheck(Names.OfAll(names)), cancellationToken);
            return response.DataOrNull is { } found ? found.Items.Select(item => Row(() => item.Name, () => item.Available, item.Reason)) : [Responses.NoData];
        }),
        Kind(runner, "host", "epp check host ns1.eksempel.dk", async (names, registry, cancellationToken) =>
        {
            var response = await registry.SendAsync(new HostCheck(Names.OfAll(names)), cancellationToken);
            return response.DataOrNull is { } found ? found.Items.Select(item => Row(() => item.Name, () => item.Available, item.Reason)) : [Responses.NoData];
        }),
        Kind(runner, "contact", "epp check contact AB1 AB2", async (ids, registry, cancellationToken) =>
        {
            var response = await registry.SendAsync(new ContactCheck(ids), cancellationToken);
            return response.DataOrNull is { } found ? found.Items.Select(item => Row(() => item.Id, () => item.Available, item.Reason)) : [Responses.NoData];
        }),
    };

    private static VerbCommand Kind(VerbRunner runner, string kind, string example, Func<string[], IEppClient, CancellationToken, Task<IEnumerable<IReadOnlyList<Field>>>> ask)
    {
        var names = new Argument<string[]>(kind == "contact" ? "ID" : "NAME") { Arity = ArgumentArity.OneOrMore };
        var command = new VerbCommand(kind, $"Check {kind} objects") { Examples = [example] };
        command.Add(names);
        command.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
            print.PrintTable(await ask(parsed.GetRequiredValue(names), registry, cancellationToken))));
        return command;
    }

    private static IReadOnlyList<Field> Row(Func<object?> name, Func<object?> isFree, string? reason) => [new("name", name), new("free", isFree), new("reason", reason)];
}
