using EppClient.Commands;
using EppClient.Dk;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>The fields of a poll message.</summary>
internal static class Messages
{
    public static IReadOnlyList<Field> Of(PollMessage message) =>
    [
        new("count", message.Count),
        new("id", message.Id),
        new("queued", message.QueuedDate),
        new("text", message.Content.Xml ?? message.Text),
        new("unreadable", message.XmlFault?.ToString()),
        new("about", message.Data.Select(element => element.LocalName).ToList()),
        new("event", message.XmlFault is null && DkPollEvent.From(message) is not DkUnknownEvent and var known ? known.GetType().Name : null),
    ];
}
