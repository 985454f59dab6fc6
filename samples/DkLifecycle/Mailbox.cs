using EppClient;
using EppClient.Commands.Poll;
using EppClient.Protocol;

namespace DkLifecycle;

/// <summary>
/// Reads the registry's messages, one after the other: read, do what it asks for, acknowledge. A program in production has
/// one such reader for each login, running all the time.
/// </summary>
internal static class Mailbox
{
    private const int Patience = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Reads messages until one of them says that what is pending was done.</summary>
    /// <exception cref="PlayStoppedException">It was decided otherwise, or not within five minutes.</exception>
    public static async Task WaitForAsync(EppPendingAction pending, Scene scene, CancellationToken cancellationToken)
    {
        for (var pauses = 0; !pending.Completion.IsCompleted; pauses++)
        {
            if (await ReadNextAsync(scene, cancellationToken))
            {
                continue;
            }

            if (pauses == Patience)
            {
                throw new PlayStoppedException(ExitCode.UnknownOutcome, "The registry has not decided within five minutes. A poll message will tell, some day.");
            }

            scene.Show.Aside("We ask again in five seconds.");
            await scene.Stage.WaitAsync(Pause, cancellationToken);
        }

        var outcome = await pending.Completion;
        if (!outcome.Succeeded)
        {
            throw new PlayStoppedException(ExitCode.Rejected, $"The registry decided against it: {outcome.Response.MessageQueue?.Message?.Text}");
        }

        scene.Show.Step("pending action", "That was the message for us: what was pending is done.");
    }

    /// <summary>Reads all messages that wait.</summary>
    public static async Task EmptyAsync(Scene scene, CancellationToken cancellationToken)
    {
        while (await ReadNextAsync(scene, cancellationToken))
        {
            // Each message is told as it is read.
        }
    }

    private static async Task<bool> ReadNextAsync(Scene scene, CancellationToken cancellationToken)
    {
        var poll = await scene.Registry.SendAsync(new PollRequest(), cancellationToken);
        if (poll.DataOrNull is not { } message)
        {
            scene.Show.Step("poll", poll, "No message waits for us.");
            return false;
        }

        await scene.Registry.AcknowledgeAsync(message, cancellationToken);
        scene.Show.Step("poll, acknowledge", poll, $"\"{message.Text}\"");
        return true;
    }
}
