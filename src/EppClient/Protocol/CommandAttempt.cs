using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>
/// A command that is sent once or several times, until it has an outcome. This base class is for commands that only read, which can always be sent again.
/// </summary>
internal class CommandAttempt(IEppCommand command, string transactionId, Deadline deadline)
{
    public IEppCommand Command => command;

    public string TransactionId => transactionId;

    public Deadline Deadline => deadline;

    public EppPriority Priority { get; init; }

    /// <summary>Whether the command can be sent without waiting for a journal record.</summary>
    public virtual bool SendsAtOnce => true;

    /// <summary>Why the outcome is unknown; null if it is known.</summary>
    public virtual Exception? Lost => null;

    /// <summary>Begins a try.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Called before the first byte can be sent.</summary>
    /// <param name="channel">The session on which the command is sent.</param>
    /// <param name="request">The message; valid until the try ends.</param>
    public virtual void AboutToSend(SessionChannel channel, ReadOnlyMemory<byte> request)
    {
    }

    /// <summary>Records the command, after <see cref="AboutToSend"/>, unless <see cref="SendsAtOnce"/> is true. If this fails, nothing is sent.</summary>
    /// <param name="cancellationToken">The token to cancel the operation. Nothing is sent then.</param>
    public virtual ValueTask RecordAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Called when the registry has responded.</summary>
    public virtual void Responded()
    {
    }

    /// <summary>Called when the try has failed.</summary>
    /// <param name="failure">The reason.</param>
    public virtual void Failed(Exception failure)
    {
    }
}
