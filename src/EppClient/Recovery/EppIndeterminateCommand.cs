using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>A command that was sent, or may have been, and got no response: the registry may or may not have carried it out.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class EppIndeterminateCommand
{
    private readonly Func<EppIndeterminateCommand, CancellationToken, Task<EppReconciliation>> _reconcile;
    private readonly Lazy<IReadOnlyList<IEppElement>> _extensions;

    internal EppIndeterminateCommand(
        IEppCommand command,
        Func<IReadOnlyList<IEppElement>> extensions,
        string clientTransactionId,
        DateTimeOffset writtenAt,
        Func<EppIndeterminateCommand, CancellationToken, Task<EppReconciliation>> reconcile)
    {
        Command = command;
        ClientTransactionId = clientTransactionId;
        WrittenAt = writtenAt;
        _extensions = new Lazy<IReadOnlyList<IEppElement>>(extensions);
        _reconcile = reconcile;
    }

    /// <summary>
    /// The command. A command from a journal lacks its secrets, and its extensions are only in <see cref="Extensions"/>: create a new command instead
    /// of sending it again.
    /// </summary>
    public IEppCommand Command { get; }

    /// <summary>The elements that were sent under <c>extension</c>: typed if a schema of the profile defines them, otherwise raw.</summary>
    public IReadOnlyList<IEppElement> Extensions => _extensions.Value;

    /// <summary>The client transaction id.</summary>
    public string ClientTransactionId { get; }

    /// <summary>When the command was passed to the connection, by this machine's clock. The registry did not receive it earlier.</summary>
    public DateTimeOffset WrittenAt { get; }

    /// <summary>The same time on the monotonic clock; null if another process wrote the command.</summary>
    internal long? WrittenTimestamp { get; init; }

    /// <summary>The same time by the registry's clock; null if it was not stored.</summary>
    internal DateTimeOffset? RegistryTime { get; init; }

    /// <summary>The time from which on no more bytes of it can reach the registry, on the monotonic clock.</summary>
    internal Task<long> Gone { get; init; } = Task.FromResult(0L);

    /// <summary>Whether the command was read from a journal; see <see cref="Command"/>.</summary>
    public bool IsFromJournal { get; internal init; }

    /// <summary>
    /// Queries the registry for the outcome of the command, through the pool that sent it, on another session. Only reads. If the registry shows no
    /// effect of the command, it is queried again when the registry has closed the session of the command, or at the latest
    /// <see cref="EppTimeoutOptions.Logout"/> after the client ended that session, and <see cref="EppProfile.ReconciliationDelay"/> has passed since:
    /// until then the registry may still process the command. So the operation can take as long as both times together.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppConnectionException">
    /// The registry cannot be reached. Call this method again later; the same applies to every other <see cref="EppException"/>.
    /// </exception>
    /// <exception cref="EppTimeoutException">The registry does not respond in time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the operation.</exception>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => _reconcile(this, cancellationToken);

    /// <summary>The time since the command was written; the longer time if two clocks disagree.</summary>
    internal TimeSpan AtMostAgo(TimeProvider time) => WrittenTimestamp is { } written
        ? TimeSpan.FromTicks(Math.Max((time.GetUtcNow() - WrittenAt).Ticks, time.GetElapsedTime(written).Ticks))
        : time.GetUtcNow() - WrittenAt;

    /// <summary>The verb, kind of object, transaction id and time; never the object itself.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{CommandNames.Of(Command)} (clTRID {ClientTransactionId}, written at {WrittenAt:yyyy-MM-dd'T'HH:mm:ss.fffK})");
}
