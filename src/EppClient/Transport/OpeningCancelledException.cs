namespace EppClient.Transport;

/// <summary>A cancellation that knows in which step of making a connection it struck.</summary>
internal sealed class OpeningCancelledException(OpeningSteps steps, OperationCanceledException cause)
    : OperationCanceledException(cause.Message, cause, cause.CancellationToken)
{
    public OpeningSteps Steps => steps;
}
