namespace EppClient;

/// <summary>How a session tells that a cancelled command had been written.</summary>
internal sealed class CancelledAfterSendException(CancellationToken cancellationToken) : OperationCanceledException(
    "The command was cancelled after it was sent. Its outcome is unknown; the session was closed.", cancellationToken);
