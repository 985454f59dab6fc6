using System.CommandLine;
using EppClient;
using EppConsole.Connecting;

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
        var watch = new Command("watch", "Show messages as they come, and take each from the queue; Ctrl+C ends it") { keep, every };
        watch.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
        {
            string? last = null;
            while (!cancellationToken.IsCancellationRequested)
            {
                var message = await registry.PollAsync(cancellationToken);
                if (message is not null && message.Id != last)
                {
                    print.Print(Messages.Of(message));
                    print.Separate();
                    last = message.Id;
                }

                if (message is not null && !parsed.GetValue(keep))
                {
                    await registry.AcknowledgeAsync(message, cancellationToken);
                    continue;
                }

                await Task.Delay(TimeSpan.FromSeconds(parsed.GetValue(every)), cancellationToken).ContinueWith(
                    _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }));
        return watch;
    }
}
