using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>A command that was sent, or may have been, and got no answer: the registry may have carried it out or not.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
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
    /// The command. One that comes from a journal lacks its secrets, and its extensions stand in <see cref="Extensions"/> only: do not
    /// send that one again, make a new one.
    /// </summary>
    public IEppCommand Command { get; }

    /// <summary>What rode under <c>extension</c>, element by element: typed where a schema of the profile knows it, else raw.</summary>
    public IReadOnlyList<IEppElement> Extensions => _extensions.Value;

    /// <summary>The client's transaction id.</summary>
    public string ClientTransactionId { get; }

    /// <summary>When it was handed to the connection, by this machine's clock: the registry did not get it earlier.</summary>
    public DateTimeOffset WrittenAt { get; }

    /// <summary>The same moment on the clock that never jumps; null where another process wrote it.</summary>
    internal long? WrittenTimestamp { get; init; }

    /// <summary>The same time by the registry's clock, if it was stored.</summary>
    internal DateTimeOffset? RegistryTime { get; init; }

    /// <summary>The time from which on no more bytes of it can reach the registry, on the monotonic clock.</summary>
    internal Task<long> Gone { get; init; } = Task.FromResult(0L);

    /// <summary>Whether it was read from a journal, see <see cref="Command"/>.</summary>
    public bool IsFromJournal { get; internal init; }

    /// <summary>
    /// Queries the registry for the outcome of the command, over the pool that sent it, on another session. Only reads. If the registry shows no
    /// effect of the command, it is queried again when the registry has closed the session that carried it, or at the latest
    /// <see cref="EppTimeoutOptions.Logout"/> after the client ended that session, and <see cref="EppProfile.ReconciliationDelay"/> has passed since:
    /// until then the registry may still process it. So it can take as long as the two together.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppConnectionException">The registry cannot be reached. Ask again later; the same holds for every other <see cref="EppException"/>.</exception>
    /// <exception cref="EppTimeoutException">The registry does not answer.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => _reconcile(this, cancellationToken);

    /// <summary>How long ago it was written: the longer time where two clocks disagree.</summary>
    internal TimeSpan AtMostAgo(TimeProvider time) => WrittenTimestamp is { } written
        ? TimeSpan.FromTicks(Math.Max((time.GetUtcNow() - WrittenAt).Ticks, time.GetElapsedTime(written).Ticks))
        : time.GetUtcNow() - WrittenAt;

    /// <summary>Verb, kind of object, transaction id and time; never the object itself.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{CommandNames.Of(Command)} (clTRID {ClientTransactionId}, written at {WrittenAt:yyyy-MM-dd'T'HH:mm:ss.fffK})");
}
