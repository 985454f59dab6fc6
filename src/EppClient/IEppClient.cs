namespace EppClient;

/// <summary>
/// Sends commands. Implemented by a pool and by a session rented from it. Most callers use the <c>SendAsync</c> methods of
/// <see cref="EppClientExtensions"/>.
/// </summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IEppClient
{
    /// <summary>
    /// Sends a command and returns its response, whatever the result code. Callers use the typed <c>TrySendAsync</c> and <c>SendAsync</c> methods of
    /// <see cref="EppClientExtensions"/>; implementations of a client provide this method.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="cancellationToken">
    /// The token to cancel the operation. If it is cancelled before the command is written, nothing was sent; afterwards the outcome is unknown and
    /// the session is closed.
    /// </param>
    /// <exception cref="EppValidationException">The command violates the schema; nothing was sent.</exception>
    /// <exception cref="EppOutcomeUnknownException">The command changes something, may have been sent, and got no response.</exception>
    /// <exception cref="EppNotAppliedException">
    /// The command changes something and got no response, and automatic reconciliation showed that the registry did not carry it out.
    /// </exception>
    /// <exception cref="EppConnectionException">No session could be opened; or the session was lost and the command only reads.</exception>
    /// <exception cref="EppTimeoutException">The deadline passed before the command was sent; or it passed later and the command only reads.</exception>
    /// <exception cref="EppProtocolException">The registry sent data that is not EPP, and the command was not sent or only reads.</exception>
    /// <exception cref="EppAuthenticationException">The registry rejected the login.</exception>
    /// <exception cref="EppJournalException">The journal could not record the command; it was not sent.</exception>
    /// <exception cref="EppOutcomeUnknownCanceledException">
    /// The caller cancelled a command that changes something after it was sent, or may have been.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the operation.</exception>
    Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken);
}
