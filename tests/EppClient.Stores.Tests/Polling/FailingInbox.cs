using EppClient.Polling;

namespace EppClient.Stores.Tests.Polling;

/// <summary>An inbox whose database is unavailable: the given number of calls fails, then calls succeed.</summary>
internal sealed class FailingInbox(IEppPollInbox inner) : IEppPollInbox
{
    public int Failures { get; set; }

    /// <summary>The arguments of the prune calls: the account and the time.</summary>
    public List<(string Account, DateTimeOffset HandledBefore)> Pruned { get; } = [];

    public ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken) => Work().ReceiveAsync(key, receivedAt, cancellationToken);

    public ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken) => Work().RevertTryAsync(key, cancellationToken);

    public ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken) => Work().BeginAsync(key, handledAt, cancellationToken);

    public ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken) => Work().DeadLetterAsync(message, cancellationToken);

    public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken) => Work().ReadDeadLettersAsync(account, cancellationToken);

    public ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken) => Work().CountDeadLettersAsync(account, cancellationToken);

    public ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken) => Work().FindDeadLetterAsync(key, cancellationToken);

    public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken) => Work().DeleteDeadLetterAsync(key, droppedAt, cancellationToken);

    public ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken)
    {
        var pruning = Work().PruneAsync(account, handledBefore, cancellationToken);
        Pruned.Add((account, handledBefore));
        return pruning;
    }

    private IEppPollInbox Work()
    {
        if (Failures == 0)
        {
            return inner;
        }

        Failures--;
        throw new IOException("The database is unavailable.");
    }
}
