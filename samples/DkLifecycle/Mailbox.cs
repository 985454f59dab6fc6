using EppClient;
using EppClient.Commands;

namespace DkLifecycle;

/// <summary>
/// Reads the registry's messages one by one: read, process, acknowledge. A program in production has one such reader for each login,
/// running all the time.
/// </summary>
internal static class Mailbox
{
    private const int MaxWait = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Reads messages until one of them reports that the pending action was carried out.</summary>
    /// <exception cref="WalkthroughStoppedException">The action was rejected, or not decided within five minutes.</exception>
    public static async Task WaitForAsync(EppPendingAction pending, StepContext context, CancellationToken cancellationToken)
    {
        for (var pauses = 0; !pending.Completion.IsCompleted; pauses++)
        {
            if (await ReadNextAsync(context, cancellationToken))
            {
                continue;
            }

            if (pauses == MaxWait)
            {
                throw new WalkthroughStoppedException(ExitCode.UnknownOutcome, "The registry has not decided within five minutes. A poll message will report the decision later.");
            }

            context.Show.Aside("We poll again in five seconds.");
            await context.Target.WaitAsync(Pause, cancellationToken);
        }

        var outcome = await pending.Completion;
        if (!outcome.Succeeded)
        {
            throw new WalkthroughStoppedException(ExitCode.Rejected, $"The registry rejected it: {outcome.Response.MessageQueue?.Message?.Text}");
        }

        context.Show.Step("pending action", "That was our message: the pending action is done.");
    }

    /// <summary>Reads all waiting messages.</summary>
    public static async Task EmptyAsync(StepContext context, CancellationToken cancellationToken)
    {
        while (await ReadNextAsync(context, cancellationToken))
        {
            // Each message is shown as it is read.
        }
    }

    private static async Task<bool> ReadNextAsync(StepContext context, CancellationToken cancellationToken)
    {
        var poll = await context.Registry.SendAsync(new PollRequest(), cancellationToken);
        if (poll.DataOrNull is not { } message)
        {
            context.Show.Step("poll", poll, "No message is waiting for us.");
            return false;
        }

        await context.Registry.AcknowledgeAsync(message, cancellationToken);
        context.Show.Step("poll, acknowledge", poll, $"\"{message.Text}\"");
        return true;
    }
}
