using EppClient.Protocol;
using Polly;
using Polly.Retry;

namespace EppClient;

/// <summary>Helpers for a custom retry pipeline; see <see cref="EppRecoveryOptions.RetryPipeline"/>.</summary>
public static class EppResilience
{
    /// <summary>The key of the command in the context of each execution.</summary>
    public static ResiliencePropertyKey<IEppCommand> Command { get; } = new("EppClient.Command");

    /// <summary>
    /// Returns whether to retry: the failure is transient, and the command was not sent or only reads. Never send a transform again blindly if it may
    /// have reached the registry; query its outcome instead. The library does not send it again, whatever a pipeline decides.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="failure">The exception that it failed with.</param>
    public static bool MayRetry(IEppCommand command, Exception failure) =>
        failure is EppException { IsTransient: true } transient and not (EppCommandException or EppTimeoutException)
        && (transient.Delivery == EppDelivery.NotSent || OnlyReads(command));

    /// <summary>Returns whether the command changes nothing at the registry: check, info, a poll request, a transfer query.</summary>
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

/// <summary>How commands are retried.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="IsOwn">Whether it is a non-empty pipeline of the user. It may do more than retry, so the first attempt has to run through it too.</param>
internal sealed record RetryPolicy(ResiliencePipeline Pipeline, bool IsOwn)
{
    public static RetryPolicy Of(EppOptions options, TimeProvider time) => options.Recovery.RetryPipeline is { } own
        ? new RetryPolicy(own, IsOwn: own != ResiliencePipeline.Empty)
        : new RetryPolicy(EppResilience.CreateDefault(time), IsOwn: false);
}
