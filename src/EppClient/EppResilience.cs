using EppClient.Protocol;
using Polly;
using Polly.Retry;

namespace EppClient;

/// <summary>What a retry pipeline of one's own needs to know; see <see cref="EppOptions.RetryPipeline"/>.</summary>
public static class EppResilience
{
    /// <summary>The command, in the context of each execution.</summary>
    public static ResiliencePropertyKey<IEppCommand> Command { get; } = new("EppClient.Command");

    /// <summary>
    /// Whether to try again: what was not sent, and what only reads, where the failure may pass. A transform that may have
    /// reached the registry is never to be sent again blindly: ask the registry what became of it. Whatever a pipeline decides, it
    /// is not sent again.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="failure">How it failed.</param>
    public static bool MayRetry(IEppCommand command, Exception failure) =>
        failure is EppException { IsTransient: true } transient and not (EppCommandException or EppTimeoutException)
        && (transient.Delivery == EppDelivery.NotSent || OnlyReads(command));

    /// <summary>Whether the command changes nothing at the registry: check, info, a poll request, a transfer query.</summary>
    /// <param name="command">The command.</param>
    public static bool OnlyReads(IEppCommand command) => command switch
    {
        IEppTransferCommand transfer => transfer.Operation == EppTransferOperation.Query,
        IPollCommand poll => poll.OnlyReads,
        { Verb: EppVerb.Check or EppVerb.Info } => true,
        _ => false,
    };

    internal static ResiliencePipeline CreateDefault(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is { } failure
                && arguments.Context.Properties.TryGetValue(Command, out var command)
                && MayRetry(command, failure)),
        })
        .Build();
}

/// <summary>How commands are tried again.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="IsOwn">Whether it is the user's and not empty: it may do more than retry, so that the first try has to go through it too.</param>
internal sealed record RetryPolicy(ResiliencePipeline Pipeline, bool IsOwn)
{
    public static RetryPolicy Of(EppOptions options, TimeProvider time) => options.RetryPipeline is { } own
        ? new RetryPolicy(own, IsOwn: own != ResiliencePipeline.Empty)
        : new RetryPolicy(EppResilience.CreateDefault(time), IsOwn: false);
}
