using System.CommandLine;
using EppClient;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Is there a message? It stays in the queue until it is acknowledged, so it is printed first.</summary>
internal static class PollVerb
{
    public static Command Create(VerbRunner runner)
    {
        var acknowledge = new Option<bool>("--ack") { Description = "Take the message from the queue once it is shown" };
        var poll = new Command("poll", "Show the message at the head of the queue") { acknowledge };
        poll.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
        {
            if (await registry.PollAsync(cancellationToken) is not { } message)
            {
                print.Print(new("count", 0UL), new("text", "The queue is empty."));
                return;
            }

            print.Print(
                new("count", message.Count),
                new("id", message.Id),
                new("queued", message.QueuedDate),
                new("text", message.Text.Xml ?? message.Text.Text),
                new("about", message.Data.Select(element => element.LocalName).ToList()));
            if (parsed.GetValue(acknowledge))
            {
                await registry.AcknowledgeAsync(message, cancellationToken);
                print.Print([new("acknowledged", message.Id)]);
            }
        }));
        return poll;
    }
}
