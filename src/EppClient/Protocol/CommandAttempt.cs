using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>A command that is sent once or several times, until it has an outcome. This one only reads: whatever happens to it, it can be sent again.</summary>
internal class CommandAttempt(IEppCommand command, string transactionId, Deadline deadline)
{
    public IEppCommand Command => command;

    public string TransactionId => transactionId;

    public Deadline Deadline => deadline;

    public EppPriority Priority { get; init; }

    /// <summary>Whether the command can be sent without a wait: nothing has to be recorded before.</summary>
    public virtual bool SendsAtOnce => true;

    /// <summary>Why the outcome is unknown; null where it is not.</summary>
    public virtual Exception? Lost => null;

    /// <summary>Begins a try.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Called before the first byte can leave.</summary>
    /// <param name="channel">The session on which the command is sent.</param>
    /// <param name="request">The message; valid until the try ends.</param>
    public virtual void AboutToSend(SessionChannel channel, ReadOnlyMemory<byte> request)
    {
    }

    /// <summary>Records the command, after <see cref="AboutToSend"/>, unless it <see cref="SendsAtOnce"/>. If this fails, nothing is sent.</summary>
    /// <param name="cancellationToken">The token to cancel the operation; nothing is sent.</param>
    public virtual ValueTask RecordAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The registry responded.</summary>
    public virtual void Responded()
    {
    }

    /// <summary>The try failed.</summary>
    /// <param name="failure">The reason.</param>
    public virtual void Failed(Exception failure)
    {
    }
}
