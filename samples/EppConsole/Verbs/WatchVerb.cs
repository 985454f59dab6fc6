using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Follows the queue until it is interrupted. A message has to leave the queue for the next one to be seen; --keep shows the first and waits for another to take its place.</summary>
internal static class WatchVerb
{
    public static Command Create(VerbRunner runner)
    {
        var keep = new Option<bool>("--keep") { Description = "Leave messages in the queue: somebody else handles them" };
        var every = new Option<int>("--every") { Description = "Seconds between two looks at an empty queue", DefaultValueFactory = _ => 30, HelpName = "SECONDS" };
        every.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var seconds) && seconds < 1)
            {
                result.AddError("--every takes a number of seconds from 1.");
            }
        });
        var unreadable = UnreadableMessages.CreateOption();
        var watch = new Command("watch", "Show messages as they come, and take each from the queue; Ctrl+C ends it") { keep, every, unreadable };
        watch.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
        {
            try
            {
                await FollowAsync(registry, print, parsed.GetValue(keep), TimeSpan.FromSeconds(parsed.GetValue(every)), parsed.GetValue(unreadable)!, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Interrupted while it waited or looked: the way in which it is meant to end.
            }
        }));
        return watch;
    }

    private static async Task FollowAsync(IEppClient registry, Printer print, bool keep, TimeSpan every, DirectoryInfo unreadable, CancellationToken cancellationToken)
    {
        string? last = null;
        while (true)
        {
            var message = await registry.PollAsync(cancellationToken);
            if (message is not null && message.Id != last)
            {
                print.Print(Messages.Of(message));
                print.Separate();
                last = message.Id;
            }

            if (message is not null && !keep)
            {
                // What was shown is taken, also by who is interrupted now.
                await UnreadableMessages.KeepAsync(message, unreadable, print, CancellationToken.None);
                await registry.AcknowledgeAsync(message, CancellationToken.None);
            }
            else
            {
                await Task.Delay(every, cancellationToken);
            }
        }
    }
}
