using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Checks whether objects can be created.</summary>
internal static class CheckVerb
{
    public static Command Create(VerbRunner runner) => new("check", "Check whether names or handles are free")
    {
        Kind(runner, "domain", async (names, registry, cancellationToken) =>
        {
            var response = await registry.SendAsync(new DomainCheck(names), cancellationToken);
            return response.DataOrNull is { } found ? found.Items.Select(item => Row(() => item.Name, () => item.Available, item.Reason)) : [Responses.NoData];
        }),
        Kind(runner, "host", async (names, registry, cancellationToken) =>
        {
            var response = await registry.SendAsync(new HostCheck(names), cancellationToken);
            return response.DataOrNull is { } found ? found.Items.Select(item => Row(() => item.Name, () => item.Available, item.Reason)) : [Responses.NoData];
        }),
        Kind(runner, "contact", async (ids, registry, cancellationToken) =>
        {
            var response = await registry.SendAsync(new ContactCheck(ids), cancellationToken);
            return response.DataOrNull is { } found ? found.Items.Select(item => Row(() => item.Id, () => item.Available, item.Reason)) : [Responses.NoData];
        }),
    };

    private static Command Kind(VerbRunner runner, string kind, Func<string[], IEppClient, CancellationToken, Task<IEnumerable<IReadOnlyList<Field>>>> ask)
    {
        var names = new Argument<string[]>("NAME") { Arity = ArgumentArity.OneOrMore };
        var command = new Command(kind, $"Check {kind} objects") { names };
        command.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
            print.PrintTable(await ask(parsed.GetRequiredValue(names), registry, cancellationToken))));
        return command;
    }

    private static IReadOnlyList<Field> Row(Func<object?> name, Func<object?> isFree, string? reason) => [new("name", name), new("free", isFree), new("reason", reason)];
}
