using Polly;

namespace EppClient;

/// <summary>How commands are tried again.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="IsOwn">Whether it is the user's and not empty: it may do more than retry, so that the first try has to go through it too.</param>
internal sealed record RetryPolicy(ResiliencePipeline Pipeline, bool IsOwn)
{
    public static RetryPolicy Of(EppOptions options, TimeProvider time) => options.RetryPipeline is { } own
        ? new RetryPolicy(own, IsOwn: own != ResiliencePipeline.Empty)
        : new RetryPolicy(EppResilience.CreateDefault(time), IsOwn: false);
}
