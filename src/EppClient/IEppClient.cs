namespace EppClient;

/// <summary>Sends commands: a pool, or one session rented from it. Most callers use <c>SendAsync</c> of <see cref="EppClientExtensions"/>.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface IEppClient
{
    /// <summary>
    /// Carries out one transaction: a command and its response, whatever its code. Callers use the typed <c>ExecuteAsync</c> and
    /// <c>SendAsync</c> of <see cref="EppClientExtensions"/>; this is what a client has to bring.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="cancellationToken">
    /// Gives up. Before the command is written nothing has happened; afterwards its outcome is unknown and the session is closed.
    /// </param>
    /// <exception cref="EppValidationException">The command breaks a rule of the schema; nothing was sent.</exception>
    /// <exception cref="EppOutcomeUnknownException">The command changes something, may have been sent, and got no answer.</exception>
    /// <exception cref="EppNotAppliedException">Like that, and automatic reconciliation showed that the registry has not carried it out.</exception>
    /// <exception cref="EppConnectionException">No session could be opened; or it was lost, and the command only reads.</exception>
    /// <exception cref="EppTimeoutException">The deadline passed before the command was sent; or later, and the command only reads.</exception>
    /// <exception cref="EppProtocolException">The registry sent something that is not EPP, and the command was not sent or only reads.</exception>
    /// <exception cref="EppAuthenticationException">The registry refused the login.</exception>
    /// <exception cref="EppJournalException">The journal could not record the command; it was not sent.</exception>
    /// <exception cref="EppOutcomeUnknownCanceledException">The caller gave up after a command that changes something was sent, or may have been.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken);
}
