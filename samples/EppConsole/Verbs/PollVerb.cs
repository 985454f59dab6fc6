using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Help;

namespace EppConsole.Verbs;

/// <summary>Shows a poll message. It stays in the queue until it is acknowledged, so it is printed first.</summary>
internal static class PollVerb
{
    public static Command Create(VerbRunner runner)
    {
        var acknowledge = new Option<bool>("--ack") { Description = "Acknowledge the message once it is shown" };
        var drain = new Option<bool>("--drain") { Description = "Show all messages, and acknowledge each" };
        var unreadable = UnreadableMessages.CreateOption();
        var poll = new VerbCommand("poll", "Show the message at the head of the queue") { Examples = ["epp poll", "epp poll --ack", "epp poll --drain --json"] };
        poll.Add(acknowledge);
        poll.Add(drain);
        poll.Add(unreadable);
        poll.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
        {
            var drains = parsed.GetValue(drain);
            for (var shown = 0; ; shown++)
            {
                if (await registry.PollAsync(cancellationToken) is not { } message)
                {
                    print.Print(new("count", 0UL), new("text", shown == 0 ? "The queue is empty." : "The queue is empty now."));
                    return;
                }

                print.Print(Messages.Of(message, Profiles.FieldsOf(runner.ProfileOf(parsed))));
                if (!drains && !parsed.GetValue(acknowledge))
                {
                    return;
                }

                await UnreadableMessages.KeepAsync(message, parsed.GetValue(unreadable)!, print, cancellationToken);
                await registry.AcknowledgeAsync(message, cancellationToken);
                print.Print([new("acknowledged", message.Id)]);
                if (!drains)
                {
                    return;
                }

                print.Separate();
            }
        }));
        return poll;
    }
}
