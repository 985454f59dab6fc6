using EppClient;
using EppClient.Commands;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>The fields of a poll message.</summary>
internal static class Messages
{
    public static IReadOnlyList<Field> Of(PollMessage message, IRegistryFields registry) =>
    [
        new("count", message.Count),
        new("id", message.Id),
        new("queued", message.QueuedDate),
        new("text", message.Content.Xml ?? message.Text),
        new("unreadable", message.XmlFault?.ToString()),
        new("about", message.Data.Select(element => element.LocalName).ToList()),
        .. message.XmlFault is null ? Content(message, registry) : [],
    ];

    private static IReadOnlyList<Field> Content(PollMessage message, IRegistryFields registry)
    {
        IReadOnlyList<Field> data = [.. message.Data.SelectMany(Responses.Data), .. message.Data.OfType<IEppPendingActionResult>().Take(1).SelectMany(Outcome)];
        return [.. data, .. registry.Of(message)];
    }

    private static IReadOnlyList<Field> Outcome(IEppPendingActionResult result) =>
    [
        new("succeeded", () => result.Succeeded),
        new("completed", () => result.CompletedDate),
        new("commandClTRID", () => result.TransactionId.ClientTransactionId),
        new("commandSvTRID", () => result.TransactionId.ServerTransactionId),
    ];
}
