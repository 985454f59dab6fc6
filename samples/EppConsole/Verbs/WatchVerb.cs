using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>
/// Follows the queue until it is interrupted. A message has to leave the queue before the next one is visible; --keep shows the first message and waits until
/// another one replaces it.
/// </summary>
internal static class WatchVerb
{
    public static Command Create(VerbRunner runner)
    {
        var keep = new Option<bool>("--keep") { Description = "Leave messages in the queue, for another program to handle" };
        var every = new Option<int>("--every") { Description = "Seconds between two polls of an empty queue", DefaultValueFactory = _ => 30, HelpName = "SECONDS" };
        every.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var seconds) && seconds < 1)
            {
                result.AddError("--every must be a number of seconds, at least 1.");
            }
        });
        var unreadable = UnreadableMessages.CreateOption();
        var watch = new Command("watch", "Show messages as they arrive, and acknowledge each; Ctrl+C ends it") { keep, every, unreadable };
        watch.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
        {
            try
            {
                await FollowAsync(registry, Profiles.FieldsOf(runner.ProfileOf(parsed)), print, parsed.GetValue(keep), TimeSpan.FromSeconds(parsed.GetValue(every)), parsed.GetValue(unreadable)!, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Interrupted while waiting or polling: the intended end.
            }
        }));
        return watch;
    }

    private static async Task FollowAsync(IEppClient registry, IRegistryFields fields, Printer print, bool keep, TimeSpan every, DirectoryInfo unreadable, CancellationToken cancellationToken)
    {
        string? last = null;
        while (true)
        {
            var message = await registry.PollAsync(cancellationToken);
            if (message is not null && message.Id != last)
            {
                print.Print(Messages.Of(message, fields));
                print.Separate();
                last = message.Id;
            }

            if (message is not null && !keep)
            {
                // A message that was shown is acknowledged, even after an interruption.
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
