using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>A command that is sent once or several times, until it has an outcome.</summary>
internal interface ICommandAttempt
{
    IEppCommand Command { get; }

    string TransactionId { get; }

    Deadline Deadline { get; }

    /// <summary>Begins a try.</summary>
    void Begin();

    /// <summary>Whether the command can be sent without a wait: nothing has to be recorded before.</summary>
    bool SendsAtOnce { get; }

    /// <summary>Called before the first byte can leave.</summary>
    /// <param name="channel">The session on which the command is sent.</param>
    /// <param name="request">The message; valid until the try ends.</param>
    void AboutToSend(SessionChannel channel, ReadOnlyMemory<byte> request);

    /// <summary>Records the command, after <see cref="AboutToSend"/>, unless it <see cref="SendsAtOnce"/>. If this fails, nothing is sent.</summary>
    /// <param name="cancellationToken">The token to cancel the operation; nothing is sent.</param>
    ValueTask RecordAsync(CancellationToken cancellationToken);

    /// <summary>The registry responded.</summary>
    void Responded();

    /// <summary>The try failed.</summary>
    /// <param name="failure">The reason.</param>
    void Failed(Exception failure);
}
