using System.Diagnostics;
using EppClient.Commands.Poll;

namespace EppClient.Polling;

/// <summary>A message that waits to be handled.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class EppPollDelivery
{
    private readonly Func<EppPollDelivery, Task> _complete;

    internal EppPollDelivery(EppPollKey key, PollMessage message, int tries, IEppPollTransaction transaction, Func<EppPollDelivery, Task> complete)
    {
        (Key, Message, Tries, Transaction, _complete) = (key, message, tries, transaction, complete);
    }

    /// <summary>Which message it is.</summary>
    public EppPollKey Key { get; }

    /// <summary>The message.</summary>
    public PollMessage Message { get; }

    /// <summary>How often it was tried, this time included.</summary>
    public int Tries { get; }

    /// <summary>
    /// Through this a handler writes what is to be committed together with the message; its type is that of the inbox. The packages of
    /// SQLite and PostgreSQL bring extension methods that hand out their connection.
    /// </summary>
    public IEppPollTransaction Transaction { get; }

    /// <summary>Whether <see cref="CompleteAsync"/> has committed it.</summary>
    public bool IsCompleted { get; private set; }

    internal Activity? Activity { get; init; }

    /// <summary>
    /// Commits what was done and acknowledges the message: for those who read with <see cref="EppPollConsumer.ReadAllAsync"/>; for a handler
    /// it is called by itself. Where the registry cannot be reached to acknowledge, the message comes again, is recognised, and is
    /// acknowledged then.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is completed already.</exception>
    /// <exception cref="EppPollConflictException">Another consumer was first; nothing was kept.</exception>
    public async Task CompleteAsync()
    {
        if (IsCompleted)
        {
            throw new InvalidOperationException($"{Key} is completed already.");
        }

        await Transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        IsCompleted = true;
        await _complete(this).ConfigureAwait(false);
    }

    /// <summary>The message and the try; never the text.</summary>
    public override string ToString() => $"{Key}, try {Tries}";
}
