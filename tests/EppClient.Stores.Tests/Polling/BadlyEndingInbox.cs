using EppClient.Polling;

namespace EppClient.Stores.Tests.Polling;

/// <summary>An inbox that loses its connection when the transaction of one message ends.</summary>
internal sealed class BadlyEndingInbox(IEppPollInbox inner, string messageId) : IEppPollInbox
{
    public ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken) => inner.ReceiveAsync(key, receivedAt, cancellationToken);

    public ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken) => inner.RevertTryAsync(key, cancellationToken);

    public async ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken)
    {
        var transaction = await inner.BeginAsync(key, handledAt, cancellationToken);
        return key.MessageId == messageId ? new Transaction(transaction) : transaction;
    }

    public ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken) => inner.DeadLetterAsync(message, cancellationToken);

    public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken) => inner.ReadDeadLettersAsync(account, cancellationToken);

    public ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken) => inner.CountDeadLettersAsync(account, cancellationToken);

    public ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken) => inner.FindDeadLetterAsync(key, cancellationToken);

    public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken) => inner.DeleteDeadLetterAsync(key, droppedAt, cancellationToken);

    public ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken) => inner.PruneAsync(account, handledBefore, cancellationToken);

    private sealed class Transaction(IEppPollTransaction inner) : IEppPollTransaction
    {
        public ValueTask CommitAsync(CancellationToken cancellationToken) => inner.CommitAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            throw new IOException("The connection is lost.");
        }
    }
}
